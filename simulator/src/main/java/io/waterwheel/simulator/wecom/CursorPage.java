package io.waterwheel.simulator.wecom;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// One page of a list, with the opaque cursor of the next; the last page has an empty one.
record CursorPage<T>(List<T> items, String nextCursor) {

    static <T> CursorPage<T> of(List<T> all, String cursor, int limit) {
        int from = Math.min(position(cursor), all.size());
        int to = Math.min(from + limit, all.size());
        return new CursorPage<>(all.subList(from, to), to < all.size() ? cursor(to) : "");
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("at:" + position).getBytes(StandardCharsets.US_ASCII));
    }

    private static int position(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Integer.parseUnsignedInt(text.substring("at:".length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refused(40058, "invalid cursor");
        }
    }
}
