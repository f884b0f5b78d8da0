package io.waterwheel.loyalty.mall;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.generated.tables.records.MallOrderRecord;
import io.waterwheel.loyalty.reward.PointsLife;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What orders ask of the ledger: each under a key made of the order's number, so that it is booked once
/// whoever asks, and how often.
@Component
class MallPoints {

    private final PointsLedger ledger;
    private final PointsLife life;
    private final Brands brands;
    private final InstantSource clock;

    MallPoints(PointsLedger ledger, PointsLife life, Brands brands, InstantSource clock) {
        this.ledger = ledger;
        this.life = life;
        this.brands = brands;
        this.clock = clock;
    }

    /// Pays for an order.
    Booking spend(MallOrderRecord order) {
        return book(new PointsCommand.Spend(
                occasion(order, key(order)), new Points(order.getPoints()), PointsCommand.Payee.MALL));
    }

    /// Gives back what a cancelled order cost, or part of it.
    ///
    /// @param number which giving back of this order it is, from 1
    /// @return why they are not back; null when they are
    @Nullable
    String giveBack(MallOrderRecord order, int number, long points) {
        String key = key(order) + (number == 1 ? "/back" : "/back/" + number);
        return book(new PointsCommand.GiveBack(
                        occasion(order, key),
                        key(order),
                        new Points(points),
                        life.until(brands.get(new BrandId(order.getBrandId())), clock.instant())))
                .refusal();
    }

    private Booking book(PointsCommand command) {
        return ledger.book(List.of(command)).getFirst();
    }

    static String key(MallOrderRecord order) {
        return "mall/" + order.getId();
    }

    private static PointsCommand.Occasion occasion(MallOrderRecord order, String key) {
        return new PointsCommand.Occasion(
                new BrandId(order.getBrandId()),
                new CustomerNo(order.getCustomerNo()),
                key,
                order.getPlacedAt(),
                new PointsReason("mall", Map.of("item", order.getName())));
    }
}
