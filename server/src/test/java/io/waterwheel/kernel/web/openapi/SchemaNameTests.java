package io.waterwheel.kernel.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.testing.ServerTest;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Two records of one name would silently become one schema, and the client would believe the wrong one.
@ServerTest
class SchemaNameTests {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void noTwoTypesOfTheApiHaveOneName() {
        requestMappingHandlerMapping.getHandlerMethods().values().forEach(this::visit);
        TreeMap<String, Set<String>> byName = new TreeMap<>();
        seen.forEach(type ->
                byName.computeIfAbsent(name(type), name -> new TreeSet<>()).add(type.getName()));
        assertThat(byName).hasSizeGreaterThan(20).containsKey("Session");
        byName.values().removeIf(types -> types.size() == 1);
        assertThat(byName).isEmpty();
    }

    private void visit(HandlerMethod handler) {
        visit(ResolvableType.forMethodReturnType(handler.getMethod()));
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                visit(ResolvableType.forMethodParameter(parameter));
            }
        }
    }

    private void visit(ResolvableType type) {
        for (ResolvableType argument : type.getGenerics()) {
            visit(argument);
        }
        Class<?> raw = type.resolve();
        if (raw == null || !raw.getName().startsWith("io.waterwheel.") || type.hasGenerics() || !seen.add(raw)) {
            return;
        }
        if (raw.isRecord()) {
            for (RecordComponent component : raw.getRecordComponents()) {
                visit(ResolvableType.forType(component.getGenericType()));
            }
        }
        if (raw.isSealed()) {
            for (Class<?> option : raw.getPermittedSubclasses()) {
                visit(ResolvableType.forClass(option));
            }
        }
        if (raw.isEnum()) {
            // Enums stand where they are used and have no name of their own.
            seen.remove(raw);
        }
    }

    private static String name(Class<?> type) {
        Schema schema = type.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }
}
