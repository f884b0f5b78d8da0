package io.waterwheel.loyalty.coupon.till;

import static io.waterwheel.loyalty.generated.Tables.COUPON_CALL;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Calls that changed coupons, by key, and how they were answered.
@Component
public class PastCalls {

    private static final Duration KEPT = Duration.ofDays(90);

    private final DSLContext database;
    private final JsonMapper json;
    private final InstantSource clock;

    PastCalls(DSLContext database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /// The answer of before, when the key was used for the same thing. To be asked once what the call is
    /// about is locked: then a call of the same key that came a moment earlier is over.
    ///
    /// @throws Problem `coupon-key-taken` when it was used for something else
    <A> Optional<A> answer(BrandId brand, String key, String asked, Class<A> type) {
        return database.select(COUPON_CALL.ASKED, COUPON_CALL.ANSWER)
                .from(COUPON_CALL)
                .where(COUPON_CALL.BRAND_ID.eq(brand.value()))
                .and(COUPON_CALL.KEY.eq(key))
                .fetchOptional(row -> {
                    if (!Arrays.equals(row.value1(), Sha256.of(asked))) {
                        throw new Problem(CouponProblem.COUPON_KEY_TAKEN);
                    }
                    return json.readValue(row.value2().data(), type);
                });
    }

    /// Keeps an answer with what it tells of.
    ///
    /// @throws Problem `coupon-key-taken` when the key has just been used for other coupons
    void keep(BrandId brand, String key, String asked, Object answer) {
        int kept = database.insertInto(COUPON_CALL)
                .set(COUPON_CALL.BRAND_ID, brand.value())
                .set(COUPON_CALL.KEY, key)
                .set(COUPON_CALL.ASKED, Sha256.of(asked))
                .set(COUPON_CALL.ANSWER, JSONB.valueOf(json.writeValueAsString(answer)))
                .set(COUPON_CALL.AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        if (kept == 0) {
            throw new Problem(CouponProblem.COUPON_KEY_TAKEN);
        }
    }

    /// Forgets those nobody repeats any more.
    void sweep() {
        database.deleteFrom(COUPON_CALL)
                .where(COUPON_CALL.AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }
}
