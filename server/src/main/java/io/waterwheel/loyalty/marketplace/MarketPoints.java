package io.waterwheel.loyalty.marketplace;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.MarketplaceProblem;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsProblem;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.generated.tables.records.MarketplaceLinkRecord;
import io.waterwheel.loyalty.marketplace.dialect.MarketAnswer;
import io.waterwheel.loyalty.marketplace.dialect.MarketCall;
import io.waterwheel.loyalty.reward.PointsLife;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Points that move on a marketplace. Its record is the ledger's key, so whatever is repeated moves nothing
/// twice; and all shops spend from one ledger, so never more than there is.
@Component
class MarketPoints {

    private final MarketLinks links;
    private final PointsLedger ledger;
    private final PointsLife life;
    private final Standings standings;
    private final InstantSource clock;

    MarketPoints(MarketLinks links, PointsLedger ledger, PointsLife life, Standings standings, InstantSource clock) {
        this.links = links;
        this.ledger = ledger;
        this.life = life;
        this.standings = standings;
        this.clock = clock;
    }

    /// @throws Problem `marketplace-not-linked`, `points-insufficient` and what the ledger refuses
    MarketAnswer.Changed change(Shop shop, MarketCall.Change change) {
        // What was spent through a link that has ended comes back all the same.
        Optional<MarketplaceLinkRecord> link = change.kind() == MarketCall.Kind.GIVE_BACK
                ? links.everLinked(shop, change.account())
                : links.linked(shop, change.account());
        CustomerNo customer =
                MarketLinks.customer(link.orElseThrow(() -> new Problem(MarketplaceProblem.MARKETPLACE_NOT_LINKED)));
        Booking booking = ledger.book(List.of(command(shop, change, customer))).getFirst();
        return switch (booking) {
            case Booking.Booked(long _, Points _, boolean repeated) ->
                new MarketAnswer.Changed(standings.points(shop, customer), repeated);
            case Booking.Insufficient(Points available) ->
                throw new Problem(PointsProblem.POINTS_INSUFFICIENT).with("available", available);
            case Booking.Refused(Booking.Refusal why) -> throw refusal(why);
        };
    }

    private PointsCommand command(Shop shop, MarketCall.Change change, CustomerNo customer) {
        Instant now = clock.instant();
        Points points = new Points(change.points());
        Occasion occasion = new Occasion(
                shop.brand().id(),
                customer,
                key(shop, change.record()),
                now,
                new PointsReason("marketplace", Map.of("shop", shop.keys().name(), "record", change.record())));
        return switch (change.kind()) {
            case EARN -> new PointsCommand.Earn(occasion, points, null, life.until(shop.brand(), now));
            case SPEND -> new PointsCommand.Spend(occasion, points, PointsCommand.Payee.ORDER);
            case GIVE_BACK -> {
                String of = change.of();
                if (of == null) {
                    throw new Problem(MarketplaceProblem.MARKETPLACE_RECORD_UNKNOWN);
                }
                yield new PointsCommand.GiveBack(occasion, key(shop, of), points, life.until(shop.brand(), now));
            }
        };
    }

    private static String key(Shop shop, String record) {
        return "market/" + shop.id() + "/" + record;
    }

    private static Problem refusal(Booking.Refusal why) {
        return switch (why) {
            case KEY_TAKEN -> new Problem(MarketplaceProblem.MARKETPLACE_RECORD_TAKEN);
            case UNKNOWN_REFERENCE -> new Problem(MarketplaceProblem.MARKETPLACE_RECORD_UNKNOWN);
            case MORE_THAN_BOOKED, DECIDED_ALREADY -> new Problem(MarketplaceProblem.MARKETPLACE_RETURN_TOO_LARGE);
            case ABSURD_AMOUNT, ABSURD_TIME ->
                new Problem(MarketplaceProblem.MARKETPLACE_POINTS_ABSURD).with("most", MarketCall.MOST_POINTS);
        };
    }
}
