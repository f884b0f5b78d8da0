package io.waterwheel.customer.linkage;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Two records are compared when they agree on one of several keys: comparing everyone with everyone is not
/// possible.
///
/// @param fields the fields on which records of one key agree, wholly or in part
/// @param of     a record's key, null when it has none
public record BlockingKey(String name, Set<String> fields, Function<Records.Row, @Nullable String> of) {

    /// All of these fields the same.
    public static BlockingKey same(String... fields) {
        List<String> parts = List.of(fields);
        return new BlockingKey(String.join("+", parts), Set.copyOf(parts), row -> {
            StringBuilder key = new StringBuilder();
            for (String field : parts) {
                String value = row.get(field);
                if (value == null) {
                    return null;
                }
                key.append(value).append('\u001f');
            }
            return key.toString();
        });
    }
}
