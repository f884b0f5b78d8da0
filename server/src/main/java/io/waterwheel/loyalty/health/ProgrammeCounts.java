package io.waterwheel.loyalty.health;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_MONTH;
import static io.waterwheel.loyalty.generated.Tables.TIER_MOVE_MONTH;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Adds up what the log tells of tiers and benefits, in the transaction that moves the reader's offset: each
/// event is counted once, and nobody is named.
@Component
public class ProgrammeCounts {

    private final Brands brands;
    private final JsonMapper json;

    ProgrammeCounts(Brands brands, JsonMapper json) {
        this.brands = brands;
        this.json = json;
    }

    private record Moved(BrandId brand, LocalDate month, String from, String to) {}

    private record Given(BrandId brand, LocalDate month, long rule) {}

    public void add(DSLContext transaction, List<LoggedEvent> events) {
        Map<Moved, Integer> moved = new HashMap<>();
        Map<Given, Integer> given = new HashMap<>();
        for (LoggedEvent event : events) {
            switch (event.name()) {
                case EventNames.TIER_UPGRADED, EventNames.TIER_DOWNGRADED -> {
                    JsonNode told = json.readTree(event.properties());
                    String from = told.path("from").asString("");
                    String to = told.path("tier").asString("");
                    moved.merge(new Moved(event.brand(), month(event), from, to), 1, Integer::sum);
                }
                case EventNames.BENEFIT_GIVEN -> {
                    long rule =
                            json.readTree(event.properties()).path("benefit").asLong();
                    given.merge(new Given(event.brand(), month(event), rule), 1, Integer::sum);
                }
                default -> {
                    // Of nothing that is counted here.
                }
            }
        }
        if (!moved.isEmpty()) {
            writeMoved(transaction, moved);
        }
        if (!given.isEmpty()) {
            writeGiven(transaction, given);
        }
    }

    private LocalDate month(LoggedEvent event) {
        return brands.get(event.brand()).monthOf(event.at());
    }

    private static void writeMoved(DSLContext transaction, Map<Moved, Integer> moved) {
        RowSet rows = new RowSet(
                TIER_MOVE_MONTH.BRAND_ID,
                TIER_MOVE_MONTH.MONTH,
                TIER_MOVE_MONTH.FROM_TIER,
                TIER_MOVE_MONTH.TO_TIER,
                TIER_MOVE_MONTH.MOVES);
        moved.forEach((key, count) -> rows.row(key.brand.value(), key.month, key.from, key.to, count));
        RowSet.Given those = rows.as("given");
        transaction
                .insertInto(TIER_MOVE_MONTH, those.columns())
                .select(DSL.select(those.fields()).from(those.table()))
                .onConflict(
                        TIER_MOVE_MONTH.BRAND_ID,
                        TIER_MOVE_MONTH.MONTH,
                        TIER_MOVE_MONTH.FROM_TIER,
                        TIER_MOVE_MONTH.TO_TIER)
                .doUpdate()
                .set(TIER_MOVE_MONTH.MOVES, TIER_MOVE_MONTH.MOVES.plus(DSL.excluded(TIER_MOVE_MONTH.MOVES)))
                .execute();
    }

    private static void writeGiven(DSLContext transaction, Map<Given, Integer> given) {
        RowSet rows =
                new RowSet(BENEFIT_MONTH.BRAND_ID, BENEFIT_MONTH.MONTH, BENEFIT_MONTH.RULE_ID, BENEFIT_MONTH.GIVEN);
        given.forEach((key, count) -> rows.row(key.brand.value(), key.month, key.rule, count));
        RowSet.Given those = rows.as("given");
        transaction
                .insertInto(BENEFIT_MONTH, those.columns())
                .select(DSL.select(those.fields()).from(those.table()))
                .onConflict(BENEFIT_MONTH.BRAND_ID, BENEFIT_MONTH.MONTH, BENEFIT_MONTH.RULE_ID)
                .doUpdate()
                .set(BENEFIT_MONTH.GIVEN, BENEFIT_MONTH.GIVEN.plus(DSL.excluded(BENEFIT_MONTH.GIVEN)))
                .execute();
    }
}
