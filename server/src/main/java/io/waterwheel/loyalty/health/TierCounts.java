package io.waterwheel.loyalty.health;

import static io.waterwheel.loyalty.generated.Tables.TIER_COUNT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Counts a brand's members by the tier they have, whichever way they have it: reached, given or paid for. Reads
/// all of them, which takes seconds for some millions; so it is done beforehand, and what was found is kept for
/// each day.
@Component
public class TierCounts {

    // Somebody with several memberships counts once, with the best of their tiers. Tiers that the programme does not
    // know any more are the lowest.
    private static final String SQL = """
            select place, count(*)::integer from (
                select customer_no, max(coalesce(array_position({1}, tier), 1)) as place
                from (
                    select customer_no, tier, true as member from loyalty.member where brand_id = {0}
                    union all
                    select customer_no, tier, false from loyalty.tier_gift
                    where brand_id = {0} and from_at <= {2} and until_at > {2}
                    union all
                    select customer_no, tier, false from loyalty.paid_membership
                    where brand_id = {0} and from_at <= {2} and until_at > {2}) had
                group by customer_no having bool_or(member)) best
            group by place""";

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final LiveProgrammes programmes;
    private final InstantSource clock;

    TierCounts(
            DSLContext database, TransactionOperations transactions, LiveProgrammes programmes, InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.programmes = programmes;
        this.clock = clock;
    }

    /// When they were counted last, on whichever node.
    Optional<Instant> last(Brand brand) {
        return Optional.ofNullable(database.select(DSL.max(TIER_COUNT.COUNTED_AT))
                .from(TIER_COUNT)
                .where(TIER_COUNT.BRAND_ID.eq(brand.id().value()))
                .and(TIER_COUNT.DAY.ge(brand.dayOf(clock.instant()).minusDays(1)))
                .fetchOneInto(Instant.class));
    }

    /// Counts them now.
    public void count(Brand brand) {
        Instant now = clock.instant();
        List<String> tiers = tiers(brand);
        Map<Integer, Integer> found = new HashMap<>();
        database.fetch(SQL, DSL.val(brand.id().value()), DSL.val(tiers.toArray(String[]::new)), DSL.val(now))
                .forEach(row -> found.put(row.get(0, Integer.class), row.get(1, Integer.class)));
        if (found.isEmpty() && last(brand).isEmpty()) {
            return;
        }
        RowSet rows = new RowSet(
                TIER_COUNT.BRAND_ID, TIER_COUNT.DAY, TIER_COUNT.TIER, TIER_COUNT.MEMBERS, TIER_COUNT.COUNTED_AT);
        LocalDate day = brand.dayOf(now);
        for (int place = 0; place < tiers.size(); place++) {
            rows.row(brand.id().value(), day, tiers.get(place), found.getOrDefault(place + 1, 0), now);
        }
        RowSet.Given given = rows.as("given");
        transactions.executeWithoutResult(_ -> {
            database.deleteFrom(TIER_COUNT)
                    .where(TIER_COUNT.BRAND_ID.eq(brand.id().value()), TIER_COUNT.DAY.eq(day))
                    .execute();
            database.insertInto(TIER_COUNT, given.columns())
                    .select(DSL.select(given.fields()).from(given.table()))
                    .onConflict(TIER_COUNT.BRAND_ID, TIER_COUNT.DAY, TIER_COUNT.TIER)
                    .doUpdate()
                    .set(TIER_COUNT.MEMBERS, DSL.excluded(TIER_COUNT.MEMBERS))
                    .set(TIER_COUNT.COUNTED_AT, DSL.excluded(TIER_COUNT.COUNTED_AT))
                    .execute();
        });
    }

    /// From the lowest up; one without a name where the brand has none.
    private List<String> tiers(Brand brand) {
        TierScheme scheme = programmes
                .current(database, brand.id())
                .map(programme -> programme.definition().tiers())
                .orElse(null);
        return scheme == null
                ? List.of("")
                : scheme.tiers().stream().map(Tier::id).toList();
    }
}
