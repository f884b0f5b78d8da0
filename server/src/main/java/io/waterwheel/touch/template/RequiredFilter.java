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
        if (value == null || value.toString().isBlank()) {
            if (missing == null) {
                missing = String.valueOf(params[0]);
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
