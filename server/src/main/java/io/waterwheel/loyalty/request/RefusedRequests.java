package io.waterwheel.loyalty.request;

import static io.waterwheel.loyalty.generated.Tables.REWARD;

import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.generated.tables.records.RewardRequestRecord;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what was asked for and could not be given among the rewards, under the same key and with the reason, so
/// that a person sees it and may have it tried again.
@Component
class RefusedRequests {

    private final DSLContext database;
    private final JsonMapper json;

    RefusedRequests(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// In the caller's transaction.
    ///
    /// @param refused why, by request
    void keep(Map<RewardRequestRecord, String> refused) {
        if (refused.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet(
                REWARD.BRAND_ID,
                REWARD.KEY,
                REWARD.OPENED_NO,
                REWARD.CUSTOMER_NO,
                REWARD.AT,
                REWARD.REASON,
                REWARD.DETAILS,
                REWARD.STATE,
                REWARD.NOTE,
                REWARD.KIND,
                REWARD.POINTS,
                REWARD.TEMPLATE_ID,
                REWARD.CHANCES);
        refused.forEach((row, why) -> rows.row(
                row.getBrandId(),
                row.getKey(),
                row.getOpenedNo(),
                row.getCustomerNo(),
                row.getAskedAt(),
                row.getKey().substring(0, row.getKey().indexOf('/')),
                JSONB.valueOf(json.writeValueAsString(Map.of("name", row.getOrigin()))),
                "refused",
                why,
                row.getTemplateId() == null ? "points" : "coupon",
                row.getPoints() == null ? 0L : row.getPoints(),
                row.getTemplateId(),
                0));
        RowSet.Given given = rows.as("given");
        database.insertInto(REWARD, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflictDoNothing()
                .execute();
    }
}
