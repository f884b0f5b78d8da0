package io.waterwheel.segment.list;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether rows that matched nobody have been kept long enough.
@Component
class ListSweep extends Sweep {

    private final CustomerLists lists;

    ListSweep(CustomerLists lists) {
        super("customer-list-sweep", "customer-list.sweep", RARELY);
        this.lists = lists;
    }

    @Override
    protected void look() {
        lists.sweep();
    }
}
