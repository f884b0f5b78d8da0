package io.waterwheel.kernel.page;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in an ordered list, opaque to clients: the sort keys of the last row seen.
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(String::valueOf).toList());
    }

    /// Reads what [#encode] wrote; null means the first page.
    ///
    /// @throws Problem `bad-cursor` when the text is not a cursor with that many keys
    public static @Nullable Cursor decode(@Nullable String text, int keys) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split(SEPARATOR, -1));
            if (parts.size() == keys) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the one refusal below
        }
        throw new Problem(KernelProblem.BAD_CURSOR);
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    public String text(int index) {
        return keys.get(index);
    }

    public long number(int index) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException e) {
            throw new Problem(KernelProblem.BAD_CURSOR, e);
        }
    }

    public Instant instant(int index) {
        try {
            return Instant.parse(keys.get(index));
        } catch (java.time.DateTimeException e) {
            throw new Problem(KernelProblem.BAD_CURSOR, e);
        }
    }
}
