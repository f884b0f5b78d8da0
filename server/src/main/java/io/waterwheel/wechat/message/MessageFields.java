package io.waterwheel.wechat.message;

import java.util.LinkedHashMap;
import java.util.Map;

/// The fields of a platform's template, a line each in our text: `thing1: 新茶到店`. A line without a name goes on
/// with the field before it.
///
/// @param values in order
/// @param target what the line `url` or `page` says: where a tap leads; empty without one
record MessageFields(Map<String, String> values, String target) {

    static MessageFields of(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        String target = "";
        String last = "";
        for (String line : text.split("\\R")) {
            int colon = colon(line);
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            if (name.matches("url|page")) {
                target = line.substring(colon + 1).strip();
            } else if (name.matches("[A-Za-z_][A-Za-z0-9_]{0,40}")) {
                values.put(name, line.substring(colon + 1).strip());
                last = name;
            } else if (!last.isEmpty() && !line.isBlank()) {
                values.merge(last, line.strip(), (before, more) -> before + "\n" + more);
            }
        }
        return new MessageFields(values, target);
    }

    /// Also the full-width one, which Chinese keyboards write.
    private static int colon(String line) {
        int half = line.indexOf(':');
        int full = line.indexOf('：');
        return half < 0 ? full : full < 0 ? half : Math.min(half, full);
    }
}
