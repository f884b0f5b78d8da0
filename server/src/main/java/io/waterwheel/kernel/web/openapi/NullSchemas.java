package io.waterwheel.kernel.web.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;

/// How OpenAPI 3.1 says that a value may be null.
final class NullSchemas {

    private static final String NULL = "null";

    private NullSchemas() {}

    static Schema<?> nullable(Schema<?> schema) {
        boolean plain = schema.get$ref() == null && schema.getEnum() == null && schema.getOneOf() == null;
        if (plain && schema.getTypes() != null) {
            schema.addType(NULL);
            return schema;
        }
        Schema<?> nothing = new Schema<>();
        nothing.setTypes(Set.of(NULL));
        Schema<Object> either = new Schema<>();
        either.setOneOf(List.of(schema, nothing));
        return either;
    }

    static boolean admitsNull(Schema<?> schema) {
        return isNull(schema)
                || (schema.getOneOf() != null && schema.getOneOf().stream().anyMatch(NullSchemas::isNull));
    }

    private static boolean isNull(Schema<?> schema) {
        return schema.getTypes() != null && schema.getTypes().contains(NULL);
    }
}
