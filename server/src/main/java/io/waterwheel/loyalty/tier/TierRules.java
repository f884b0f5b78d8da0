package io.waterwheel.loyalty.tier;

import io.waterwheel.loyalty.programme.OnRefund;
import io.waterwheel.loyalty.programme.TierBasis;
import io.waterwheel.loyalty.programme.TierScheme;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How a scheme moves members between tiers; plain Java, the same for the ledger's members and for looking
/// back.
///
/// Who reaches a tier has it at once. When its period and the days of grace are over, they keep it, or go down.
public final class TierRules {

    private final TierScheme scheme;
    private final ZoneId zone;
    private final long[] thresholds;

    /// @param fractionDigits of the brand's currency
    public TierRules(TierScheme scheme, ZoneId zone, int fractionDigits) {
        this.scheme = scheme;
        this.zone = zone;
        int digits = scheme.basis() == TierBasis.SPEND ? fractionDigits : 0;
        this.thresholds = scheme.tiers().stream()
                .mapToLong(tier -> tier.threshold()
                        .movePointRight(digits)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact())
                .toArray();
    }

    /// @param move null where nothing changed that anybody would tell
    public record Outcome(Standing standing, @Nullable Move move) {}

    /// Where a new member stands.
    public Standing join(long at) {
        LocalDate day = day(at);
        return new Standing(0, 0, at, day, scheme.period().endsAfter(day));
    }

    /// Where somebody stands who is judged for the first time: what the last period brought counts.
    public Standing first(History history, long at) {
        return bought(join(at), history, at).standing();
    }

    /// Decides everything that is due at a time, one period after the other.
    ///
    /// @param decided is told of each
    public Standing passed(Standing standing, History history, long at, Consumer<Outcome> decided) {
        Standing now = standing;
        while (reviewAt(now) <= at) {
            Outcome outcome = review(now, history);
            decided.accept(outcome);
            now = outcome.standing();
        }
        return now;
    }

    /// The highest tier whose threshold is met.
    public int reached(long value) {
        int tier = 0;
        while (tier + 1 < thresholds.length && value >= thresholds[tier + 1]) {
            tier++;
        }
        return tier;
    }

    public long threshold(int tier) {
        return thresholds[tier];
    }

    public int tiers() {
        return thresholds.length;
    }

    /// What counts at a time, that instant included.
    public long value(History history, long at) {
        return Math.max(0, history.between(start(scheme.period().countedFrom(day(at))), at + 1));
    }

    /// After something that may have brought more.
    public Outcome bought(Standing standing, History history, long at) {
        int reached = reached(value(history, at));
        if (reached <= standing.tier()) {
            return new Outcome(standing, null);
        }
        LocalDate day = day(at);
        return new Outcome(
                new Standing(reached, standing.floor(), at, day, scheme.period().endsAfter(day)),
                new Move(Move.Kind.UPGRADED, standing.tier(), reached, at));
    }

    /// After something was given back: everything that counted when the tier was reached, and everything
    /// since, must still be enough for it.
    public Outcome refunded(Standing standing, History history, long at) {
        if (scheme.onRefund() == OnRefund.AT_REVIEW || standing.tier() <= standing.floor()) {
            return new Outcome(standing, null);
        }
        long from = start(scheme.period().countedFrom(day(standing.since())));
        int reached = Math.max(standing.floor(), reached(Math.max(0, history.between(from, at + 1))));
        if (reached >= standing.tier()) {
            return new Outcome(standing, null);
        }
        return new Outcome(
                new Standing(reached, standing.floor(), at, standing.from(), standing.to()),
                new Move(Move.Kind.DOWNGRADED, standing.tier(), reached, at));
    }

    /// When it is decided whether the tier is kept.
    public long reviewAt(Standing standing) {
        return start(standing.to().plusDays(scheme.graceDays()));
    }

    /// Decides it, as of [#reviewAt].
    public Outcome review(Standing standing, History history) {
        long at = reviewAt(standing);
        long from = start(scheme.period().countedFrom(standing.to().minusDays(1)));
        int reached = reached(Math.max(0, history.between(from, at)));
        int tier = standing.tier();
        LocalDate next = scheme.period().endsAfter(standing.to());
        if (reached > tier) {
            return new Outcome(
                    new Standing(reached, tier, at, standing.to(), next),
                    new Move(Move.Kind.UPGRADED, tier, reached, at));
        }
        if (reached == tier) {
            return new Outcome(
                    new Standing(tier, tier, standing.since(), standing.to(), next),
                    tier == 0 ? null : new Move(Move.Kind.KEPT, tier, tier, at));
        }
        int to = switch (scheme.downgrade()) {
            case ONE_STEP -> tier - 1;
            case TO_REACHED -> reached;
        };
        return new Outcome(new Standing(to, to, at, standing.to(), next), new Move(Move.Kind.DOWNGRADED, tier, to, at));
    }

    /// What is missing to the tier above, 0 at the top.
    public long missing(Standing standing, History history, long at) {
        return standing.tier() + 1 >= thresholds.length
                ? 0
                : Math.max(0, thresholds[standing.tier() + 1] - value(history, at));
    }

    LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
