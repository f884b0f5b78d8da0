package io.waterwheel.segment.now;

import io.waterwheel.customer.PurchaseFacts;
import io.waterwheel.segment.language.FactOperator;
import io.waterwheel.segment.language.OrderFilter;
import io.waterwheel.segment.language.TextMatch;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which purchases are looked at, and which lines of them. As soon as a line is asked about, a purchase is its
/// chosen lines and nothing else.
final class Chosen implements Predicate<PurchaseFacts> {

    private final List<Filter> filters;
    private final boolean byLine;

    Chosen(List<OrderFilter> filters) {
        this.filters = filters.stream()
                .map(filter -> new Filter(filter, filter.match()))
                .toList();
        this.byLine = filters.stream().anyMatch(filter -> filter.fact().ofLine());
    }

    private record Filter(OrderFilter asked, TextMatch match) {

        boolean holds(PurchaseFacts purchase) {
            return switch (asked.fact()) {
                case STORE -> holds(purchase.store());
                case CHANNEL -> holds(purchase.channel());
                case PRODUCT, CATEGORY -> true;
            };
        }

        boolean holds(PurchaseFacts.Line line) {
            return switch (asked.fact()) {
                case PRODUCT -> holds(line.product());
                case CATEGORY -> holds(line.category());
                case STORE, CHANNEL -> true;
            };
        }

        private boolean holds(@Nullable String known) {
            boolean matches = known != null && match.test(known);
            return matches != (asked.operator() == FactOperator.NOT_IN);
        }
    }

    @Override
    public boolean test(PurchaseFacts purchase) {
        return filters.stream().allMatch(filter -> filter.holds(purchase))
                && (!byLine || !lines(purchase).isEmpty());
    }

    List<PurchaseFacts.Line> lines(PurchaseFacts purchase) {
        return purchase.lines().stream()
                .filter(line -> filters.stream().allMatch(filter -> filter.holds(line)))
                .toList();
    }

    /// In minor units.
    long amount(PurchaseFacts purchase) {
        return byLine
                ? lines(purchase).stream().mapToLong(PurchaseFacts.Line::amount).sum()
                : purchase.amount();
    }
}
