package io.waterwheel.journey.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What templates may say of the event that let somebody in: `{{ event.product }}`.
final class EntryContext {

    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,59}");

    private EntryContext() {}

    /// The first value of each property that has a plain name.
    static Map<String, String> of(Map<String, List<String>> properties) {
        Map<String, String> context = new LinkedHashMap<>();
        properties.forEach((name, values) -> {
            if (context.size() < MOST && NAME.matcher(name).matches() && !values.isEmpty()) {
                context.put(name, values.getFirst());
            }
        });
        return context;
    }
}
