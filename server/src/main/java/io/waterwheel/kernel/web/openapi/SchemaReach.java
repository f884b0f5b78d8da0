package io.waterwheel.kernel.web.openapi;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The named schemas that can be reached from some contents.
@SuppressWarnings("rawtypes")
final class SchemaReach {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> names = new LinkedHashSet<>();

    SchemaReach(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    Set<String> names() {
        return names;
    }

    void add(@Nullable Content content) {
        if (content != null) {
            content.values().forEach(media -> visit(media.getSchema()));
        }
    }

    private void visit(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null && schema.get$ref().startsWith(PREFIX)) {
            String name = schema.get$ref().substring(PREFIX.length());
            if (names.add(name)) {
                visit(schemas.get(name));
            }
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::visit);
        }
        visitAll(schema.getOneOf());
        visitAll(schema.getAnyOf());
        visitAll(schema.getAllOf());
        visit(schema.getItems());
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            visit(values);
        }
    }

    private void visitAll(@Nullable List<Schema> schemas) {
        if (schemas != null) {
            schemas.forEach(this::visit);
        }
    }
}
