package io.waterwheel.warehouse.duckdb;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which products, categories, stores and channels orders and refunds name. Those seen lately are remembered, so that
/// a batch that brings nothing new costs nothing; whether one is new for good the warehouse decides.
final class SoldValues {

    private static final int REMEMBERED = 50_000;

    private final Map<Value, Boolean> seen = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Value, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final List<Value> unseen = new ArrayList<>();

    record Value(BrandId brand, String fact, String value) {}

    void of(LoggedEvent event, Order order) {
        see(event.brand(), "channel", order.soldThrough(event.source()));
        see(event.brand(), "store", order.store());
        for (Order.Line line : order.lines()) {
            see(event.brand(), "product", line.productId());
            see(event.brand(), "category", line.category());
        }
    }

    /// What was not seen lately, once.
    List<Value> takeUnseen() {
        List<Value> taken = List.copyOf(unseen);
        unseen.clear();
        return taken;
    }

    /// What was taken may not have been written.
    void forget() {
        seen.clear();
        unseen.clear();
    }

    private void see(BrandId brand, String fact, @Nullable String value) {
        if (value != null) {
            Value named = new Value(brand, fact, value);
            if (seen.put(named, true) == null) {
                unseen.add(named);
            }
        }
    }
}
