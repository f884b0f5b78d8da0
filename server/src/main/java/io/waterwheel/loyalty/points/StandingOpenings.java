package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.OPENING;

import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.generated.tables.records.OpeningRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The openings of some customers while new ones are told.
///
/// Two that name one customer by the same kind of identifier, but under different numbers, are of two accounts in
/// the system before: both stand. Otherwise they are one account, told twice.
final class StandingOpenings {

    private final Map<AccountId, OpeningRecord> all = new HashMap<>();
    private final Map<Person, Set<AccountId>> accounts = new HashMap<>();
    private final Set<AccountId> changed = new HashSet<>();

    private record Person(short brand, int customer) {}

    private StandingOpenings() {}

    static StandingOpenings none() {
        return new StandingOpenings();
    }

    /// Those that openings which are told now may replace.
    static StandingOpenings of(DSLContext transaction, Collection<OpeningRecord> told) {
        StandingOpenings standing = none();
        if (told.isEmpty()) {
            return standing;
        }
        Set<CustomerNo> customers = told.stream()
                .map(opening -> new CustomerNo(opening.getCustomerNo()))
                .collect(Collectors.toSet());
        transaction
                .selectFrom(OPENING)
                .where(OPENING.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .forEach(standing::put);
        standing.read(transaction, told.stream().map(StandingOpenings::account).collect(Collectors.toSet()));
        return standing;
    }

    /// Also knows those told under some numbers.
    void read(DSLContext transaction, BrandId brand, Collection<CustomerNo> numbers) {
        read(
                transaction,
                numbers.stream().map(number -> new AccountId(brand, number)).collect(Collectors.toSet()));
    }

    private void read(DSLContext transaction, Set<AccountId> wanted) {
        RowSet rows = new RowSet(OPENING.BRAND_ID, OPENING.OPENED_NO);
        wanted.stream()
                .filter(account -> !all.containsKey(account) && !changed.contains(account))
                .forEach(account ->
                        rows.row(account.brand().value(), account.opened().value()));
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        transaction
                .select(OPENING.fields())
                .from(given.table())
                .join(OPENING)
                .on(
                        OPENING.BRAND_ID.eq(given.field(OPENING.BRAND_ID)),
                        OPENING.OPENED_NO.eq(given.field(OPENING.OPENED_NO)))
                .fetchInto(OPENING)
                .forEach(this::put);
    }

    @Nullable
    OpeningRecord get(AccountId account) {
        return all.get(account);
    }

    /// One is told: it stands instead of those that are the same opening, unless one of these is as of a later time.
    ///
    /// @return those that stood instead; nothing where it does not stand
    Optional<List<OpeningRecord>> tell(OpeningRecord told) {
        List<OpeningRecord> same = toldOtherwise(told);
        if (same.stream().anyMatch(one -> one.getAsOf().isAfter(told.getAsOf()))) {
            return Optional.empty();
        }
        same.forEach(one -> set(account(one), null));
        set(account(told), told);
        return Optional.of(same);
    }

    /// @param opening null for none
    void set(AccountId account, @Nullable OpeningRecord opening) {
        changed.add(account);
        if (opening == null) {
            all.remove(account);
        } else {
            put(opening);
        }
    }

    private List<OpeningRecord> toldOtherwise(OpeningRecord told) {
        List<OpeningRecord> same = new ArrayList<>();
        OpeningRecord before = all.get(account(told));
        if (before != null) {
            same.add(before);
        }
        for (AccountId other : accounts.getOrDefault(person(told), Set.of())) {
            OpeningRecord one = all.get(other);
            if (one != null && one != before && !one.getToldBy().equals(told.getToldBy())) {
                same.add(one);
            }
        }
        return same;
    }

    void write(DSLContext transaction) {
        RowSet gone = new RowSet(OPENING.BRAND_ID, OPENING.OPENED_NO);
        RowSet kept = new RowSet(OPENING.fields());
        for (AccountId account : changed) {
            OpeningRecord opening = all.get(account);
            if (opening == null) {
                gone.row(account.brand().value(), account.opened().value());
            } else {
                kept.row(opening.intoArray());
            }
        }
        if (!gone.isEmpty()) {
            RowSet.Given given = gone.as("gone");
            transaction
                    .deleteFrom(OPENING)
                    .using(given.table())
                    .where(
                            OPENING.BRAND_ID.eq(given.field(OPENING.BRAND_ID)),
                            OPENING.OPENED_NO.eq(given.field(OPENING.OPENED_NO)))
                    .execute();
        }
        if (!kept.isEmpty()) {
            RowSet.Given given = kept.as("kept");
            transaction
                    .insertInto(OPENING, OPENING.fields())
                    .select(DSL.select(given.fields()).from(given.table()))
                    .onConflict(OPENING.BRAND_ID, OPENING.OPENED_NO)
                    .doUpdate()
                    .set(OPENING.POINTS, DSL.excluded(OPENING.POINTS))
                    .set(OPENING.AS_OF, DSL.excluded(OPENING.AS_OF))
                    .set(OPENING.KEY, DSL.excluded(OPENING.KEY))
                    .set(OPENING.TOLD_BY, DSL.excluded(OPENING.TOLD_BY))
                    .execute();
        }
    }

    private void put(OpeningRecord opening) {
        all.put(account(opening), opening);
        accounts.computeIfAbsent(person(opening), _ -> new LinkedHashSet<>()).add(account(opening));
    }

    private static Person person(OpeningRecord opening) {
        return new Person(opening.getBrandId(), opening.getCustomerNo());
    }

    private static AccountId account(OpeningRecord opening) {
        return new AccountId(new BrandId(opening.getBrandId()), new CustomerNo(opening.getOpenedNo()));
    }
}
