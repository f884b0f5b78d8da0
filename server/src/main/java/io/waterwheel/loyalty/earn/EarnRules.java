package io.waterwheel.loyalty.earn;

import io.waterwheel.loyalty.programme.Caps;
import io.waterwheel.loyalty.programme.EarnRule;
import io.waterwheel.loyalty.programme.Grant;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a programme gives for an order or another event; plain Java, the same for the ledger and for looking
/// back.
///
/// What a rule brings by amount is made whole once, and once more after multiplying: "120 = 60 × 2".
public final class EarnRules {

    private final ProgrammeDefinition programme;
    private final Conditions conditions;
    private final Multiplying multiplying;
    private final SoldParts sold;
    private final long[] per;

    /// @param fractionDigits of the brand's currency
    public EarnRules(ProgrammeDefinition programme, int fractionDigits) {
        this.programme = programme;
        this.conditions = new Conditions(programme, fractionDigits);
        this.multiplying = new Multiplying(programme);
        this.sold = new SoldParts(programme);
        this.per = new long[programme.earn().size()];
        for (int rule = 0; rule < per.length; rule++) {
            if (programme.earn().get(rule).grant() instanceof Grant.PerAmount(long _, BigDecimal amount)) {
                // An amount below the currency's smallest unit is that unit.
                per[rule] = Math.max(1, Conditions.minor(amount, fractionDigits));
            }
        }
    }

    /// How much of an order the rules leave.
    public SoldParts sold() {
        return sold;
    }

    /// What an order brings, by rule, in the order of the rules. Nothing for an order that was not paid.
    ///
    /// @param room is told what is given
    public List<Given> order(Occasion order, Room room) {
        if (order.amount() <= 0) {
            return List.of();
        }
        long[] base = new long[per.length];
        List<Integer> multipliers = new ArrayList<>();
        for (int rule = 0; rule < per.length; rule++) {
            EarnRule told = programme.earn().get(rule);
            if (told.grant() instanceof Grant.OnEvent || !conditions.hold(rule, order)) {
                continue;
            }
            long counted = order.counted(rule, -1);
            if (counted <= 0) {
                continue;
            }
            switch (told.grant()) {
                case Grant.PerAmount(long points, BigDecimal _) ->
                    base[rule] = Whole.of(programme.rounding(), counted, points, per[rule]);
                case Grant.PerOrder(long points) -> base[rule] = points;
                case Grant.Multiply _ -> multipliers.add(rule);
                case Grant.OnEvent _ -> throw new IllegalStateException("not of orders");
            }
        }
        List<Given> given = new ArrayList<>();
        long left = programme.caps().perOrder() == null
                ? Long.MAX_VALUE
                : programme.caps().perOrder();
        for (Given full : bestOfGroups(multiplied(base, multipliers, order))) {
            Given allowed = capped(full, order.day(), left, room);
            left -= allowed.points();
            if (allowed.points() > 0) {
                given.add(allowed);
            }
        }
        return given;
    }

    /// What a rule gives for an event that it is about.
    public List<Given> event(int rule, Occasion event, Room room) {
        if (!(programme.earn().get(rule).grant() instanceof Grant.OnEvent(var _, long points, boolean _))
                || !conditions.hold(rule, event)) {
            return List.of();
        }
        Given full = new Given(rule, points, List.of(), BigDecimal.ONE, points, points);
        Given allowed = capped(full, event.day(), Long.MAX_VALUE, room);
        return allowed.points() > 0 ? List.of(allowed) : List.of();
    }

    private List<Given> multiplied(long[] base, List<Integer> multipliers, Occasion order) {
        List<Given> given = new ArrayList<>();
        for (int rule = 0; rule < base.length; rule++) {
            if (base[rule] > 0) {
                given.add(multiplying.give(rule, base[rule], multipliers, order));
            }
        }
        return given;
    }

    /// Of each group the rule that gives most after multiplying stays, the first of several. What caps leave of
    /// it is not asked: the others do not step in for a rule that is used up.
    private List<Given> bestOfGroups(List<Given> all) {
        Map<String, Given> best = new HashMap<>();
        for (Given one : all) {
            String group = group(one);
            if (group != null) {
                best.merge(group, one, (first, other) -> other.points() > first.points() ? other : first);
            }
        }
        return all.stream()
                .filter(one -> {
                    String group = group(one);
                    return group == null || best.get(group) == one;
                })
                .toList();
    }

    private @Nullable String group(Given given) {
        return programme.earn().get(given.rule()).group();
    }

    private Given capped(Given full, LocalDate day, long left, Room room) {
        Caps own = programme.earn().get(full.rule()).caps();
        Caps all = programme.caps();
        long most = Math.min(left, own.perOrder() == null ? Long.MAX_VALUE : own.perOrder());
        most = Math.min(most, room(own, full.rule(), day, room));
        most = Math.max(0, Math.min(most, room(all, Room.PROGRAMME, day, room)));
        Given allowed = full.points() > most ? full.cut(most) : full;
        if (allowed.points() > 0) {
            room.take(full.rule(), day, allowed.points());
            room.take(Room.PROGRAMME, day, allowed.points());
        }
        return allowed;
    }

    private static long room(Caps caps, int rule, LocalDate day, Room room) {
        long most = Long.MAX_VALUE;
        if (caps.perDay() != null) {
            most = Math.min(most, caps.perDay() - room.used(rule, Room.Span.DAY, day));
        }
        if (caps.perMonth() != null) {
            most = Math.min(most, caps.perMonth() - room.used(rule, Room.Span.MONTH, day));
        }
        if (caps.budget() != null) {
            most = Math.min(most, caps.budget() - room.used(rule, Room.Span.EVER, day));
        }
        return most;
    }
}
