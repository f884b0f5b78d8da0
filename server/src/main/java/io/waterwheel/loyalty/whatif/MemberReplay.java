package io.waterwheel.loyalty.whatif;

import io.waterwheel.loyalty.earn.CountedRoom;
import io.waterwheel.loyalty.earn.Given;
import io.waterwheel.loyalty.programme.TierBasis;
import io.waterwheel.loyalty.tier.History;
import io.waterwheel.loyalty.tier.Move;
import io.waterwheel.loyalty.tier.Standing;
import io.waterwheel.loyalty.tier.StandingOrders;
import io.waterwheel.loyalty.tier.TierRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One member after the other through one programme, by the rules that production has: as if it had been
/// published at the first instant looked at. Members from before are judged then, those who join later when
/// they join.
final class MemberReplay {

    private final Candidate candidate;
    private final @Nullable TierBasis basis;
    private final @Nullable TierRules tiers;
    private final WhatIfWindow window;
    private final long[] boundaries;
    private final Tally tally;
    private final CountedRoom room;
    private final PastOccasion occasion;
    private final List<List<Integer>> eventRules;
    private final Consumer<TierRules.Outcome> decided = this::reach;
    private final History history = new History();
    private final StandingOrders orders = new StandingOrders(history);
    private final EarnedOrders earned = new EarnedOrders();
    private final Lent lent = new Lent();
    /// Refunds that came before their orders: of which, and how much.
    private final List<long[]> early = new ArrayList<>();
    private @Nullable Standing standing;
    private long reviewAt;
    private long begin;
    private boolean begun;
    private boolean joins;
    private int month;

    /// @param eventRules the places of the rules that give for each filter of events
    MemberReplay(
            Candidate candidate,
            WhatIfWindow window,
            CountedRoom room,
            PastOccasion occasion,
            List<List<Integer>> eventRules) {
        this.candidate = candidate;
        this.basis = candidate.basis();
        this.tiers = candidate.tiers();
        this.window = window;
        this.boundaries = window.boundaries();
        this.tally = new Tally(candidate.definition().earn().size(), candidate.tierCount(), window.size());
        this.room = room;
        this.occasion = occasion;
        this.eventRules = eventRules;
    }

    void member(long joined) {
        orders.clear();
        earned.clear();
        lent.clear();
        early.clear();
        room.next();
        standing = null;
        begun = false;
        joins = joined >= window.from();
        begin = Math.max(joined, window.from());
        month = WhatIfWindow.month(boundaries, begin);
    }

    void lent(long from, long until, int tier) {
        lent.add(from, until, tier);
    }

    /// An order that was paid, as the occasion tells it.
    void order(long at, long position, long amount) {
        if (at < begin) {
            bought(at, position, amount);
            return;
        }
        pass(at);
        occasion.tier = tier(at);
        List<Given> given = candidate.rules().order(occasion, room);
        give(at, given);
        earned.order(position, amount, given);
        bought(at, position, amount);
        if (!early.isEmpty()) {
            early.removeIf(refund -> refund[0] == position && earned.refund(position, refund[1], taking(at)));
        }
        rise(at);
    }

    private void bought(long at, long position, long amount) {
        if (basis == TierBasis.SPEND) {
            history.add(at, amount);
        } else if (basis == TierBasis.ORDERS) {
            orders.bought(at, position, amount);
        }
    }

    /// @param of the position of its order
    void refund(long at, long of, long amount) {
        if (at >= begin) {
            pass(at);
            if (of != PastKind.NOTHING && !earned.refund(of, amount, taking(at))) {
                early.add(new long[] {of, amount});
            }
        }
        if (basis == TierBasis.SPEND) {
            history.add(at, -amount);
        } else if (basis == TierBasis.ORDERS) {
            orders.refunded(at, of == PastKind.NOTHING ? StandingOrders.UNKNOWN : of, amount);
        }
        if (at >= begin && tiers != null && standing != null) {
            settle(tiers.refunded(standing, history, at).standing());
        }
    }

    private EarnedOrders.Taken taking(long at) {
        return (rule, points) -> {
            tally.taken[rule][month] += points;
            if (basis == TierBasis.GROWTH) {
                history.add(at, -points);
            }
        };
    }

    /// Something else that happened, by the number of the filter it passes.
    void event(long at, int filter) {
        if (at < begin) {
            return;
        }
        pass(at);
        occasion.tier = tier(at);
        for (int rule : eventRules.get(filter)) {
            give(at, candidate.rules().event(rule, occasion, room));
        }
        rise(at);
    }

    private void give(long at, List<Given> given) {
        for (Given one : given) {
            tally.given[one.rule()][month] += one.points();
            if (basis == TierBasis.GROWTH) {
                history.add(at, one.points());
            }
        }
    }

    /// The end of what is looked at.
    ///
    /// @return the tier the member has then, -1 where there are none
    int end() {
        pass(window.until());
        count(month, window.until());
        return tier(window.until());
    }

    /// Lets time go by.
    private void pass(long at) {
        if (!begun) {
            begin();
        }
        while (boundaries[month] <= at) {
            review(boundaries[month] - 1);
            count(month, boundaries[month] - 1);
            month++;
        }
        review(at);
    }

    private void begin() {
        begun = true;
        if (tiers != null) {
            Standing first = tiers.first(history, begin);
            settle(first);
            if (joins) {
                tally.reached[month][first.tier()]++;
            }
        }
    }

    /// Each period is decided when it ends, and what was reached since then counts at once.
    private void review(long at) {
        while (tiers != null && standing != null && reviewAt <= at) {
            long due = reviewAt;
            settle(tiers.passed(standing, history, due, decided));
            rise(due);
        }
    }

    private void rise(long at) {
        if (tiers != null && standing != null) {
            TierRules.Outcome outcome = tiers.bought(standing, history, at);
            reach(outcome);
            settle(outcome.standing());
        }
    }

    private void reach(TierRules.Outcome outcome) {
        Move move = outcome.move();
        if (move != null && move.kind() == Move.Kind.UPGRADED) {
            tally.reached[month][move.to()]++;
        }
    }

    private void settle(Standing next) {
        if (next != standing) {
            standing = next;
            reviewAt = Objects.requireNonNull(tiers).reviewAt(next);
        }
    }

    /// Reached, given or paid for.
    private int tier(long at) {
        return standing == null ? -1 : Math.max(standing.tier(), lent.best(at));
    }

    private void count(int month, long at) {
        int tier = tier(at);
        if (tier >= 0) {
            tally.members[month][tier]++;
        }
    }

    Tally tally() {
        return tally;
    }
}
