package io.waterwheel.intake.connector;

import io.waterwheel.intake.collect.RefusalReason;
import java.util.List;

/// What one message of a platform turned out to be.
public sealed interface PlatformReading {

    /// It tells of orders.
    record Told(List<OrderNews> news) implements PlatformReading {

        public Told {
            news = List.copyOf(news);
        }

        public static Told of(OrderNews news) {
            return new Told(List.of(news));
        }
    }

    /// It is the platform's, but of something that is not followed here: a remark, a changed address.
    ///
    /// @param kind the platform's name of what it is
    record Irrelevant(String kind) implements PlatformReading {}

    /// It should tell of an order, but does not.
    ///
    /// @param place the field at fault, as a path such as `order_info/pay_time`
    record Unreadable(RefusalReason reason, String place) implements PlatformReading {}
}
