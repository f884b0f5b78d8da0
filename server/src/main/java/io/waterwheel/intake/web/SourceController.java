package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.intake.IssuedWriteKey;
import io.waterwheel.intake.NewSource;
import io.waterwheel.intake.Source;
import io.waterwheel.intake.SourceChange;
import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.source.Sources;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/sources")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "intake")
class SourceController {

    private final Sources sources;

    SourceController(Sources sources) {
        this.sources = sources;
    }

    @GetMapping
    List<Source> listSources(@PathVariable Brand brand) {
        return sources.of(brand);
    }

    @PostMapping
    IssuedWriteKey createSource(@PathVariable Brand brand, @RequestBody NewSource source) {
        return sources.create(brand, source);
    }

    @PatchMapping("/{id}")
    Source changeSource(@PathVariable Brand brand, @PathVariable long id, @RequestBody SourceChange change) {
        return sources.change(brand, new SourceId(id), change);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeSource(@PathVariable Brand brand, @PathVariable long id) {
        sources.revoke(brand, new SourceId(id));
    }
}
