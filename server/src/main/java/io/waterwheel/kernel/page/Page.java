package io.waterwheel.kernel.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a longer list.
///
/// @param next the cursor of the page after this one, absent on the last page
public record Page<T>(List<T> items, @Nullable String next) {

    /// Makes a page of `limit` items from a query that fetched one row more than that.
    ///
    /// @param cursor the position of an item, from which the next page goes on
    public static <T> Page<T> of(List<T> fetched, int limit, Function<T, Cursor> cursor) {
        if (fetched.size() <= limit) {
            return new Page<>(List.copyOf(fetched), null);
        }
        List<T> items = List.copyOf(fetched.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()).encode());
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
