package io.waterwheel.testing;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// Events as tests write them.
public final class TestEvents {

    private static final AtomicLong NEXT = new AtomicLong();

    private TestEvents() {}

    public static Subject member(String number) {
        return identified(new Identifier(IdentifierKind.MEMBER_NO, number));
    }

    public static Subject identified(Identifier... identifiers) {
        return new Subject.Identified(Arrays.asList(identifiers));
    }

    /// An event with a message id of its own.
    public static NewEvent event(Brand brand, Subject subject, String name, Instant at, String properties) {
        return new NewEvent(
                brand.id(), "test", "message-" + NEXT.incrementAndGet(), name, at, subject, properties, "{}");
    }

    /// @param total in the brand's major unit, such as `12.50`
    public static NewEvent order(Brand brand, Subject subject, String number, String total, Instant at) {
        return purchase(brand, subject, EventNames.ORDER_COMPLETED, "order:", number, total, at);
    }

    public static NewEvent refund(Brand brand, Subject subject, String number, String total, Instant at) {
        return purchase(brand, subject, EventNames.ORDER_REFUNDED, "refund:", number, total, at);
    }

    private static NewEvent purchase(
            Brand brand, Subject subject, String name, String prefix, String number, String total, Instant at) {
        String properties = """
                {"order_id": "%s", "total": %s, "products": [{"product_id": "tea", "price": %s, "quantity": 1}]}""".formatted(number, total, total);
        return new NewEvent(brand.id(), "test", prefix + number, name, at, subject, properties, "{}");
    }
}
