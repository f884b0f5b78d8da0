package io.waterwheel.kernel.web.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A sealed interface with a type property becomes one of its records, told apart by that property.
final class ChoiceSchemas implements ModelConverter {

    private static final String PREFIX = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        Class<?> raw = java == null ? null : java.getRawClass();
        if (raw != null && raw.isSealed() && raw.isAnnotationPresent(JsonTypeInfo.class)) {
            return choice(raw, raw.getAnnotation(JsonTypeInfo.class).property(), context);
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static Schema<?> choice(Class<?> type, String property, ModelConverterContext context) {
        String name = name(type);
        if (!context.getDefinedModels().containsKey(name)) {
            Schema<Object> model = new Schema<>();
            // Defined before its records are looked at: they may hold the choice again.
            context.defineModel(name, model, type, null);
            Discriminator discriminator = new Discriminator().propertyName(property);
            for (Map.Entry<String, Class<?>> option : options(type).entrySet()) {
                Schema<?> ref = context.resolve(new AnnotatedType(option.getValue()).resolveAsRef(true));
                Schema<?> record = RecordSchemas.model(ref, context);
                if (record != null) {
                    mark(record, property, option.getKey());
                }
                model.addOneOfItem(ref);
                discriminator.mapping(option.getKey(), ref.get$ref());
            }
            model.setDiscriminator(discriminator);
        }
        return new Schema<>().$ref(PREFIX + name);
    }

    private static void mark(Schema<?> record, String property, String value) {
        Schema<?> constant = new StringSchema().addEnumItem(value);
        constant.setTypes(Set.of("string"));
        @SuppressWarnings("rawtypes")
        Map<String, Schema> properties = new LinkedHashMap<>();
        properties.put(property, constant);
        if (record.getProperties() != null) {
            record.getProperties().forEach(properties::putIfAbsent);
        }
        record.setProperties(properties);
        record.setDiscriminator(null);
        if (record.getRequired() == null || !record.getRequired().contains(property)) {
            record.addRequiredItem(property);
        }
    }

    private static Map<String, Class<?>> options(Class<?> type) {
        Map<String, Class<?>> options = new LinkedHashMap<>();
        JsonSubTypes named = type.getAnnotation(JsonSubTypes.class);
        if (named != null) {
            for (JsonSubTypes.Type option : named.value()) {
                options.put(option.name(), option.value());
            }
            return options;
        }
        for (Class<?> option : List.copyOf(Arrays.asList(type.getPermittedSubclasses()))) {
            JsonTypeName name = option.getAnnotation(JsonTypeName.class);
            options.put(name == null ? option.getSimpleName() : name.value(), option);
        }
        return options;
    }

    private static String name(Class<?> type) {
        var schema = type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }
}
