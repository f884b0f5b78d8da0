package io.waterwheel.kernel.page;

import org.jspecify.annotations.Nullable;

/// What a list endpoint is asked for; binds from `?cursor=&limit=`.
///
/// @param limit rows wanted, 1 … 200, 50 when absent
public record PageRequest(@Nullable String cursor, @Nullable Integer limit) {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    public int size() {
        return limit == null ? DEFAULT : Math.clamp(limit, 1, MOST);
    }
}
