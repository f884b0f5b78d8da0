package io.waterwheel.loyalty.till;

import static io.waterwheel.loyalty.generated.Tables.TILL_PASS;

import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.TillProblem;
import io.waterwheel.loyalty.coupon.till.Counter;
import io.waterwheel.loyalty.pass.MinutePasses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// A pass is good for one till: it opens the member's points. The till that read it may ask again, for it may
/// not have got the answer; whoever else shows the same picture is refused.
@Component
class ReadPasses {

    private final DSLContext database;
    private final InstantSource clock;

    ReadPasses(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @throws Problem `member-pass-used`
    void take(Counter counter, String pass) {
        byte[] hash = Sha256.of(pass);
        int first = database.insertInto(TILL_PASS)
                .set(TILL_PASS.BRAND_ID, counter.brand().id().value())
                .set(TILL_PASS.PASS, hash)
                .set(TILL_PASS.TILL, counter.by())
                .set(TILL_PASS.STORE, counter.store())
                .set(TILL_PASS.UNTIL_AT, clock.instant().plus(MinutePasses.LASTS))
                .onConflictDoNothing()
                .execute();
        if (first == 0 && !isReader(counter, hash)) {
            throw new Problem(TillProblem.MEMBER_PASS_USED);
        }
    }

    private boolean isReader(Counter counter, byte[] hash) {
        return database.selectFrom(TILL_PASS)
                .where(TILL_PASS.BRAND_ID.eq(counter.brand().id().value()))
                .and(TILL_PASS.PASS.eq(hash))
                .and(TILL_PASS.TILL.eq(counter.by()))
                .fetchOptional()
                .filter(row -> Objects.equals(row.getStore(), counter.store()))
                .isPresent();
    }

    /// Forgets those that are over anyway.
    void sweep() {
        Instant now = clock.instant();
        database.deleteFrom(TILL_PASS).where(TILL_PASS.UNTIL_AT.lt(now)).execute();
    }
}
