package io.waterwheel.segment.web;

import io.waterwheel.segment.language.DefinitionSchema;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The language for programs and editors: no secret, and asked for by tools that do not sign in.
@RestController
class SchemaController {

    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final Map<String, Object> schema = DefinitionSchema.published();

    @GetMapping(DefinitionSchema.ADDRESS)
    ResponseEntity<Map<String, Object>> segmentDefinitionSchema() {
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(schema);
    }
}
