package io.waterwheel.kernel.web;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Holds request bodies to what their records say: a component that is not `@Nullable` must be there. Without this a
/// left-out field would travel inwards as a null that the compiler has ruled out.
@ControllerAdvice
class RequiredValues extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        List<String> missing = new ArrayList<>();
        check(body, "", missing);
        if (!missing.isEmpty()) {
            Problem problem = new Problem(KernelProblem.INVALID);
            missing.forEach(pointer -> problem.at(pointer, "required", new Text("必填", "required")));
            throw problem;
        }
        return body;
    }

    private static void check(@Nullable Object value, String pointer, List<String> missing) {
        switch (value) {
            case Record fields -> checkRecord(fields, pointer, missing);
            case Collection<?> items -> {
                int index = 0;
                for (Object item : items) {
                    require(item, pointer + "/" + index++, missing);
                }
            }
            case Map<?, ?> entries -> entries.forEach((name, item) -> check(item, pointer + "/" + name, missing));
            case null, default -> {}
        }
    }

    private static void checkRecord(Record fields, String pointer, List<String> missing) {
        // Only our own records carry the promise.
        if (!fields.getClass().getName().startsWith("io.waterwheel.")) {
            return;
        }
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            Object value = value(fields, component);
            String place = pointer + "/" + component.getName();
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                check(value, place, missing);
            } else {
                require(value, place, missing);
            }
        }
    }

    private static void require(@Nullable Object value, String pointer, List<String> missing) {
        if (value == null) {
            missing.add(pointer);
        } else {
            check(value, pointer, missing);
        }
    }

    private static @Nullable Object value(Record fields, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
