package io.waterwheel.exchange.export;

import io.waterwheel.customer.Customers;
import io.waterwheel.exchange.event.EventFilter;
import io.waterwheel.exchange.event.EventReading;
import io.waterwheel.exchange.event.EventReading.Piece;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Order;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The orders and refunds that count, with their lines: each number once, paid orders only.
@Component
class OrderContent implements ExportContent {

    private static final Set<String> NAMES = Set.of(EventNames.ORDER_COMPLETED, EventNames.ORDER_REFUNDED);

    private final EventReading events;
    private final Customers customers;
    private final JsonMapper json;

    OrderContent(EventReading events, Customers customers, JsonMapper json) {
        this.events = events;
        this.customers = customers;
        this.json = json;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.ORDERS;
    }

    @Override
    public List<ExportColumns> tables() {
        return List.of(ExportColumns.ORDERS, ExportColumns.ORDER_LINES);
    }

    @Override
    public long end() {
        return events.end();
    }

    @Override
    public long write(Wanted wanted, long after, long end, ExportTables out) throws SQLException {
        Piece piece = events.after(after, new EventFilter(wanted.brand().id(), NAMES));
        List<LoggedEvent> inRange = piece.wanted().stream()
                .filter(event -> event.position() <= end && wanted.range().holds(event.at()))
                .toList();
        Set<Long> counted = inRange.isEmpty()
                ? Set.of()
                : customers.countedPurchases(
                        inRange.stream().map(LoggedEvent::position).toList());
        for (LoggedEvent event : inRange) {
            if (counted.contains(event.position())) {
                write(wanted, event, out);
            }
        }
        return Math.min(end, piece.through());
    }

    private void write(Wanted wanted, LoggedEvent event, ExportTables out) throws SQLException {
        Order order = json.readValue(event.properties(), Order.class);
        int digits = wanted.brand().fractionDigits();
        boolean refund = event.name().equals(EventNames.ORDER_REFUNDED);
        long amount = order.amount(digits);
        if (!refund && amount <= 0) {
            return;
        }
        String kind = refund ? "refund" : "order";
        out.row(ExportColumns.ORDERS)
                .add(event.position())
                .add(kind)
                .add(order.orderId())
                .add(
                        event.customer() == null
                                ? null
                                : Integer.valueOf(event.customer().value()))
                .add(event.at())
                .add(wanted.brand().dayOf(event.at()))
                .add(amount)
                .add(wanted.brand().currency().getCurrencyCode())
                .add(order.store())
                .add(event.source())
                .end();
        int number = 0;
        for (Order.Line line : order.lines()) {
            out.row(ExportColumns.ORDER_LINES)
                    .add(event.position())
                    .add(++number)
                    .add(kind)
                    .add(order.orderId())
                    .add(line.productId())
                    .add(line.name())
                    .add(line.category())
                    .add(number(line.units()))
                    .add(number(line.price()))
                    .add(line.amount(digits))
                    .end();
        }
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : Double.valueOf(value.doubleValue());
    }
}
