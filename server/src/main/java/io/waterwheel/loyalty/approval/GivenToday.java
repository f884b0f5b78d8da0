package io.waterwheel.loyalty.approval;

import static io.waterwheel.loyalty.generated.Tables.GRANT_LIMIT;
import static io.waterwheel.loyalty.generated.Tables.PERSON_GRANT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.GrantProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people gave and took by themselves, by person and day.
@Component
class GivenToday {

    /// As long as anybody would send a grant again.
    private static final Duration KEPT = Duration.ofDays(7);

    private final DSLContext database;
    private final InstantSource clock;

    GivenToday(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @throws Problem `grant-needs-approval`; then it does not count
    @Transactional
    public void admit(Brand brand, String kind, String key, long amount, long limit) {
        // One after the other: two halves at once are the whole.
        database.selectOne()
                .from(GRANT_LIMIT)
                .where(GRANT_LIMIT.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetch();
        String by = Actor.current().name();
        Instant now = clock.instant();
        LocalDate day = brand.dayOf(now);
        Condition ofBrand = PERSON_GRANT.BRAND_ID.eq(brand.id().value()).and(PERSON_GRANT.KIND.eq(kind));
        boolean counted = database.fetchExists(
                PERSON_GRANT,
                ofBrand.and(PERSON_GRANT.KEY.eq(key))
                        .and(PERSON_GRANT.GIVEN_BY.eq(by))
                        .and(PERSON_GRANT.AMOUNT.eq(amount)));
        if (counted) {
            return;
        }
        long others = database.select(DSL.coalesce(DSL.sum(PERSON_GRANT.AMOUNT), DSL.inline(0)))
                .from(PERSON_GRANT)
                .where(ofBrand)
                .and(PERSON_GRANT.GIVEN_BY.eq(by))
                .and(PERSON_GRANT.DAY.eq(day))
                .and(PERSON_GRANT.KEY.ne(key))
                .fetchSingle()
                .value1()
                .longValueExact();
        if (amount > limit - others) {
            throw new Problem(GrantProblem.GRANT_NEEDS_APPROVAL)
                    .with("limit", limit)
                    .with("given", others);
        }
        database.insertInto(PERSON_GRANT)
                .set(PERSON_GRANT.BRAND_ID, brand.id().value())
                .set(PERSON_GRANT.KIND, kind)
                .set(PERSON_GRANT.KEY, key)
                .set(PERSON_GRANT.GIVEN_BY, by)
                .set(PERSON_GRANT.DAY, day)
                .set(PERSON_GRANT.AMOUNT, amount)
                .set(PERSON_GRANT.AT, now)
                .onConflict(PERSON_GRANT.BRAND_ID, PERSON_GRANT.KIND, PERSON_GRANT.KEY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void sweep() {
        database.deleteFrom(PERSON_GRANT)
                .where(PERSON_GRANT.AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }
}
