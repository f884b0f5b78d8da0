package io.waterwheel.loyalty.health;

import static io.waterwheel.loyalty.generated.Tables.TIER_COUNT;
import static io.waterwheel.loyalty.generated.Tables.TIER_MOVE_MONTH;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.generated.tables.records.TierCountRecord;
import io.waterwheel.loyalty.generated.tables.records.TierMoveMonthRecord;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads how many members each tier has, and how they moved.
@Component
class TierPyramid {

    private final DSLContext database;

    TierPyramid(DSLContext database) {
        this.database = database;
    }

    TierHealth of(Brand brand, @Nullable LiveProgramme programme, HealthMonths asked) {
        TierScheme scheme = programme == null ? null : programme.definition().tiers();
        List<TierCountRecord> counts = counts(brand);
        Map<String, Integer> members = new HashMap<>();
        counts.forEach(row -> members.put(row.getTier(), row.getMembers()));
        List<TierMoveMonthRecord> moves = moves(brand, asked);
        List<TierHealth.Level> levels = new ArrayList<>();
        // Counted under another programme: whose tier is gone is at the bottom, until they are counted anew.
        int without = members.entrySet().stream()
                .filter(tier -> scheme == null || scheme.index(tier.getKey()) < 0)
                .mapToInt(Map.Entry::getValue)
                .sum();
        if (scheme == null) {
            levels.add(new TierHealth.Level("", null, without, 0, 0));
        } else {
            for (Tier tier : scheme.tiers()) {
                int here = members.getOrDefault(tier.id(), 0) + (levels.isEmpty() ? without : 0);
                levels.add(level(scheme, tier, here, moves));
            }
        }
        Instant countedAt = counts.isEmpty() ? null : counts.getFirst().getCountedAt();
        return new TierHealth(
                levels.stream().mapToLong(TierHealth.Level::members).sum(),
                countedAt,
                levels,
                asked.days().stream().map(day -> month(scheme, day, moves)).toList());
    }

    private static TierHealth.Level level(TierScheme scheme, Tier tier, int members, List<TierMoveMonthRecord> moves) {
        long reached = moves.stream()
                .filter(move -> move.getToTier().equals(tier.id()) && up(scheme, move))
                .mapToLong(TierMoveMonthRecord::getMoves)
                .sum();
        long lost = moves.stream()
                .filter(move -> move.getFromTier().equals(tier.id()) && !up(scheme, move))
                .mapToLong(TierMoveMonthRecord::getMoves)
                .sum();
        return new TierHealth.Level(tier.id(), tier.name(), members, reached, lost);
    }

    private static TierHealth.Month month(@Nullable TierScheme scheme, LocalDate day, List<TierMoveMonthRecord> moves) {
        long up = 0;
        long down = 0;
        for (TierMoveMonthRecord move : moves) {
            if (scheme != null && move.getMonth().equals(day)) {
                up += up(scheme, move) ? move.getMoves() : 0;
                down += up(scheme, move) ? 0 : move.getMoves();
            }
        }
        return new TierHealth.Month(day, up, down);
    }

    /// A tier that the programme does not know any more is below all others.
    private static boolean up(TierScheme scheme, TierMoveMonthRecord move) {
        return scheme.index(move.getToTier()) > scheme.index(move.getFromTier());
    }

    /// Of the last day on which members were counted.
    private List<TierCountRecord> counts(Brand brand) {
        return database.selectFrom(TIER_COUNT)
                .where(TIER_COUNT.BRAND_ID.eq(brand.id().value()))
                .and(TIER_COUNT.DAY.eq(DSL.select(DSL.max(TIER_COUNT.DAY))
                        .from(TIER_COUNT)
                        .where(TIER_COUNT.BRAND_ID.eq(brand.id().value()))))
                .fetch();
    }

    private List<TierMoveMonthRecord> moves(Brand brand, HealthMonths asked) {
        return database.selectFrom(TIER_MOVE_MONTH)
                .where(TIER_MOVE_MONTH.BRAND_ID.eq(brand.id().value()))
                .and(TIER_MOVE_MONTH.MONTH.between(asked.first(), asked.last()))
                .fetch();
    }
}
