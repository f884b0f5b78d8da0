package io.waterwheel.touch.template;

import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/// Lets a value pass and remembers the first variable that had none.
final class RequiredFilter extends Filter {

    private @Nullable String missing;

    RequiredFilter() {
        super("required");
    }

    @Override
    public Object apply(@Nullable Object value, TemplateContext context, Object... params) {
        return value == null ? orMissing("", String.valueOf(params[0])) : orMissing(value, String.valueOf(params[0]));
    }

    /// The value, or nothing when it is blank, and then `variable` is missing.
    Object orMissing(Object value, String variable) {
        if (value.toString().isBlank()) {
            if (missing == null) {
                missing = variable;
            }
            return "";
        }
        return value;
    }

    @Nullable
    String takeMissing() {
        String first = missing;
        missing = null;
        return first;
    }
}
