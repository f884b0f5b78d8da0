package io.waterwheel.loyalty.whatif;

import io.waterwheel.loyalty.programme.EarnRule;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierPeriod;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.whatif.WhatIfAnswer.WhatIfBreakEven;
import io.waterwheel.loyalty.whatif.WhatIfAnswer.WhatIfMove;
import io.waterwheel.loyalty.whatif.WhatIfAnswer.WhatIfRule;
import io.waterwheel.loyalty.whatif.WhatIfAnswer.WhatIfSide;
import io.waterwheel.loyalty.whatif.WhatIfAnswer.WhatIfTier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes what came of a replay as the answer to its question.
final class AnswerSheet {

    private final WhatIfQuestion question;
    private final WhatIfWindow window;
    private final WhatIfCosts costs;

    AnswerSheet(WhatIfQuestion question) {
        this.question = question;
        this.window = question.window();
        this.costs = new WhatIfCosts(window.brand().fractionDigits());
    }

    WhatIfAnswer answer(Tally today, Tally draft, Movers movers, long members, long sales) {
        WhatIfSide one = side(question.today(), today);
        WhatIfSide other = side(question.draft(), draft);
        List<WhatIfMove> moves = new ArrayList<>();
        movers.each(move -> moves.add(new WhatIfMove(
                id(question.today(), move.from()),
                id(question.draft(), move.to()),
                WhatIfWay.of(move.from(), move.to()),
                move.customers().getLongCardinality())));
        return new WhatIfAnswer(
                window.months().getFirst(),
                Instant.ofEpochMilli(window.until()),
                window.months(),
                members,
                sales,
                shorter(question.today()) || shorter(question.draft()),
                one,
                other,
                moves,
                breakEven(one, other, moves, sales));
    }

    private WhatIfSide side(ProgrammeDefinition programme, Tally tally) {
        List<WhatIfTier> tiers = tiers(programme, tally);
        List<WhatIfRule> rules = IntStream.range(0, programme.earn().size())
                .mapToObj(rule -> rule(programme.earn().get(rule), tally.given[rule], tally.taken[rule]))
                .toList();
        List<Long> byMonth = IntStream.range(0, window.size())
                .mapToObj(month -> column(tally.given, month) - column(tally.taken, month))
                .toList();
        long points = byMonth.stream().mapToLong(Long::longValue).sum();
        return new WhatIfSide(
                points,
                costs.points(points, question.pointCost()),
                tiers.stream().mapToLong(WhatIfTier::benefitsCost).sum(),
                tiers,
                rules,
                byMonth);
    }

    private List<WhatIfTier> tiers(ProgrammeDefinition programme, Tally tally) {
        TierScheme scheme = programme.tiers();
        if (scheme == null) {
            return List.of();
        }
        return IntStream.range(0, scheme.tiers().size())
                .mapToObj(place -> {
                    Tier tier = scheme.tiers().get(place);
                    List<Long> byMonth = Arrays.stream(tally.members)
                            .map(month -> month[place])
                            .toList();
                    long months = byMonth.stream().mapToLong(Long::longValue).sum();
                    long reached = column(tally.reached, place);
                    return new WhatIfTier(
                            tier.id(),
                            tier.name(),
                            null,
                            byMonth.getLast(),
                            byMonth,
                            reached,
                            months,
                            costs.benefits(tier, reached, months));
                })
                .toList();
    }

    private static WhatIfRule rule(EarnRule rule, long[] given, long[] taken) {
        return new WhatIfRule(
                rule.id(),
                rule.name(),
                Arrays.stream(given).sum(),
                Arrays.stream(taken).sum());
    }

    private static long column(long[][] rows, int column) {
        return Arrays.stream(rows).mapToLong(row -> row[column]).sum();
    }

    private WhatIfBreakEven breakEven(WhatIfSide today, WhatIfSide draft, List<WhatIfMove> moves, long netSales) {
        long extra = draft.benefitsCost() + draft.pointsCost() - today.benefitsCost() - today.pointsCost();
        long sales = WhatIfCosts.breakEven(extra, question.marginRate());
        long risers = moves.stream()
                .filter(move -> move.way() == WhatIfWay.UP)
                .mapToLong(WhatIfMove::members)
                .sum();
        return new WhatIfBreakEven(
                extra,
                sales,
                netSales > 0 ? (double) sales / netSales : null,
                risers > 0 ? Math.ceilDiv(sales, risers) : null);
    }

    private static @Nullable String id(ProgrammeDefinition programme, int place) {
        TierScheme scheme = programme.tiers();
        return scheme == null || place < 0 ? null : scheme.tiers().get(place).id();
    }

    private boolean shorter(ProgrammeDefinition programme) {
        TierScheme scheme = programme.tiers();
        if (scheme == null) {
            return false;
        }
        return switch (scheme.period()) {
            case TierPeriod.Rolling(int months) -> window.size() < months;
            case TierPeriod.Calendar _ -> window.size() < 12;
        };
    }
}
