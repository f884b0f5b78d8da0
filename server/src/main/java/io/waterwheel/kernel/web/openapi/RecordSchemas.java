package io.waterwheel.kernel.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes what a record promises over into its schema: every component is there, save one that is written only when it
/// is
/// not null, and only one that is `@Nullable` may be null.
final class RecordSchemas implements ModelConverter {

    private static final String PREFIX = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType java = Json31.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            Schema<?> model = model(schema, context);
            if (model != null && model.getProperties() != null) {
                keepPromises(model, java.getRawClass());
            }
        }
        return schema;
    }

    static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String ref = schema.get$ref();
        return ref == null ? schema : context.getDefinedModels().get(ref.substring(PREFIX.length()));
    }

    private static void keepPromises(Schema<?> model, Class<?> type) {
        boolean leavesOutEmpty = type.isAnnotationPresent(JsonInclude.class)
                && type.getAnnotation(JsonInclude.class).value() == JsonInclude.Include.NON_EMPTY;
        @SuppressWarnings("rawtypes")
        Map<String, Schema> properties = model.getProperties();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            Schema<?> property = properties.get(name);
            if (property == null) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !NullSchemas.admitsNull(property)) {
                properties.put(name, NullSchemas.nullable(property));
            }
            if (!(leavesOutEmpty && mayBeEmpty(component.getType())) && !leavesOutNull(component)) {
                required.add(name);
            }
        }
        model.setRequired(required);
    }

    /// The annotation lies on the accessor, because it is not one for record components.
    private static boolean leavesOutNull(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static boolean mayBeEmpty(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }
}
