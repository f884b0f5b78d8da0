package io.waterwheel.loyalty.approval;

import static io.waterwheel.loyalty.generated.Tables.GRANT_LIMIT;
import static io.waterwheel.loyalty.generated.Tables.PERSON_GRANT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.GrantProblem;
import io.waterwheel.loyalty.generated.tables.records.PersonGrantRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
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

    /// A grant that counts.
    ///
    /// @param before what its key counted for until then; null for nothing
    record Counted(PersonGrantRecord row, @Nullable PersonGrantRecord before) {}

    /// Counts a grant, where the brand has a limit.
    ///
    /// @param most the limit
    /// @return what to [#giveBack] if it is refused after all; nothing where it did not count or did before
    /// @throws Problem `grant-needs-approval`; then it does not count
    @Transactional
    public Optional<Counted> admit(Brand brand, String kind, Field<Long> most, String key, long amount) {
        // One after the other, each by the limit of its moment: two halves at once are the whole.
        Long limit = database.select(most)
                .from(GRANT_LIMIT)
                .where(GRANT_LIMIT.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOne(most);
        if (limit == null) {
            return Optional.empty();
        }
        String by = Actor.current().name();
        Instant now = clock.instant();
        LocalDate day = brand.dayOf(now);
        Condition ofBrand = PERSON_GRANT.BRAND_ID.eq(brand.id().value()).and(PERSON_GRANT.KIND.eq(kind));
        PersonGrantRecord before = database.fetchOne(PERSON_GRANT, ofBrand.and(PERSON_GRANT.KEY.eq(key)));
        if (before != null && before.getGivenBy().equals(by) && before.getAmount() >= amount) {
            return Optional.empty();
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
        PersonGrantRecord row = database.newRecord(PERSON_GRANT);
        row.setBrandId(brand.id().value());
        row.setKind(kind);
        row.setKey(key);
        row.setGivenBy(by);
        row.setDay(day);
        row.setAmount(amount);
        row.setAt(now);
        write(row);
        return Optional.of(new Counted(row, before));
    }

    /// Nothing was given: it counts as if it had never been asked.
    @Transactional
    public void giveBack(Counted counted) {
        PersonGrantRecord row = counted.row();
        int gone = database.deleteFrom(PERSON_GRANT)
                .where(PERSON_GRANT.BRAND_ID.eq(row.getBrandId()))
                .and(PERSON_GRANT.KIND.eq(row.getKind()))
                .and(PERSON_GRANT.KEY.eq(row.getKey()))
                .and(PERSON_GRANT.GIVEN_BY.eq(row.getGivenBy()))
                .and(PERSON_GRANT.AMOUNT.eq(row.getAmount()))
                .execute();
        if (gone == 1 && counted.before() != null) {
            write(counted.before());
        }
    }

    private void write(PersonGrantRecord row) {
        row.touched(true);
        database.insertInto(PERSON_GRANT)
                .set(row)
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
