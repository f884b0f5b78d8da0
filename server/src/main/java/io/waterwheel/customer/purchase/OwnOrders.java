package io.waterwheel.customer.purchase;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.PastOrder;
import io.waterwheel.customer.PastOrders;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import org.springframework.stereotype.Component;

@Component
class OwnOrders implements PastOrders {

    private final Purchases purchases;

    OwnOrders(Purchases purchases) {
        this.purchases = purchases;
    }

    @Override
    public Page<PastOrder> page(Brand brand, CustomerNo customer, PageRequest request) {
        return purchases.page(brand, customer, request).map(OwnOrders::seen);
    }

    private static PastOrder seen(Purchases.OrderRow row) {
        return new PastOrder(
                row.number(),
                row.kind() == PurchaseKind.REFUND,
                row.at(),
                row.amount(),
                row.store(),
                row.lines().stream()
                        .map(line -> new PastOrder.Line(line.product(), line.name(), line.quantity(), line.amount()))
                        .toList());
    }
}
