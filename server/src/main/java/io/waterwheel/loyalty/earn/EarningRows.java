package io.waterwheel.loyalty.earn;

import static io.waterwheel.loyalty.generated.Tables.EARNING;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.programme.PointsRules;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What rules gave and took back, written once and booked later.
@Component
class EarningRows {

    private final JsonMapper json;

    EarningRows(JsonMapper json) {
        this.json = json;
    }

    /// What is to be written.
    ///
    /// @param earnedKey of what is taken back
    record Row(
            LiveProgramme programme,
            CustomerNo customer,
            CustomerNo opened,
            String key,
            @Nullable String earnedKey,
            String rule,
            @Nullable String order,
            Instant at,
            long points,
            String reason,
            Map<String, String> values) {

        private static final int LONGEST_KEY = 200;

        Row {
            key = fitting(key);
            earnedKey = earnedKey == null ? null : fitting(earnedKey);
        }

        /// Order numbers may be longer than the ledger's keys: of those the key is made of what all of it is.
        private static String fitting(String key) {
            return key.length() <= LONGEST_KEY
                    ? key
                    : key.substring(0, 120) + ":" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        }
    }

    void write(DSLContext transaction, Row row) {
        LiveProgramme programme = row.programme();
        PointsRules points = programme.definition().points();
        LocalDate day = programme.brand().dayOf(row.at());
        LocalDate spendable = day.plusDays(points.pendingDays());
        boolean earned = row.earnedKey() == null;
        transaction
                .insertInto(EARNING)
                .set(EARNING.BRAND_ID, programme.brand().id().value())
                .set(EARNING.KEY, row.key())
                .set(EARNING.EARNED_KEY, row.earnedKey())
                .set(EARNING.OPENED_NO, row.opened().value())
                .set(EARNING.CUSTOMER_NO, row.customer().value())
                .set(EARNING.RULE, row.rule())
                .set(EARNING.ORDER_NUMBER, row.order())
                .set(EARNING.AT, row.at())
                .set(EARNING.DAY, day)
                .set(EARNING.POINTS, row.points())
                .set(
                        EARNING.AVAILABLE_AT,
                        earned && points.pendingDays() > 0 ? programme.brand().startOf(spendable) : null)
                .set(EARNING.EXPIRES_AT, earned ? lost(programme, day, spendable) : null)
                .set(EARNING.DEBT_RULE, points.debt().rule().name())
                .set(EARNING.REASON, row.reason())
                .set(EARNING.DETAILS, JSONB.valueOf(json.writeValueAsString(row.values())))
                .set(EARNING.STATE, "due")
                .onConflictDoNothing()
                .execute();
    }

    /// What would be lost before it can be spent is lost as if it were earned then.
    static @Nullable Instant lost(LiveProgramme programme, LocalDate day, LocalDate spendable) {
        LocalDate lost = programme.definition().points().expiry().lostOn(day);
        if (lost != null && !lost.isAfter(spendable)) {
            lost = programme.definition().points().expiry().lostOn(spendable);
        }
        return lost == null ? null : programme.brand().startOf(lost);
    }
}
