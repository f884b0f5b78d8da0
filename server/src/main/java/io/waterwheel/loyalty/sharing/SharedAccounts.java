package io.waterwheel.loyalty.sharing;

import static io.waterwheel.loyalty.generated.Tables.SHARED_ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.SHARED_PERSON;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.ProgrammeProblem;
import io.waterwheel.loyalty.SharingProblem;
import io.waterwheel.loyalty.generated.tables.records.SharedAccountRecord;
import io.waterwheel.loyalty.generated.tables.records.SharedPersonRecord;
import io.waterwheel.loyalty.member.Members;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens shared accounts, lets people go, and closes them.
@Component
public class SharedAccounts {

    private final DSLContext database;
    private final SharingRules rules;
    private final SharedMoves moves;
    private final SharedViews views;
    private final Members members;
    private final Customers customers;
    private final AuditTrail audit;
    private final InstantSource clock;

    SharedAccounts(
            DSLContext database,
            SharingRules rules,
            SharedMoves moves,
            SharedViews views,
            Members members,
            Customers customers,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.rules = rules;
        this.moves = moves;
        this.views = views;
        this.members = members;
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Problem `sharing-off`, `not-a-member`, `sharing-already`
    @Transactional
    public SharedAccount open(Brand brand, SharedKind kind, CustomerNo asked) {
        rules.active(brand, kind);
        CustomerNo holder = customers.currentOf(asked);
        if (members.of(database, brand.id(), List.of(holder)).isEmpty()) {
            throw new Problem(ProgrammeProblem.NOT_A_MEMBER);
        }
        SharedAccountRecord account = database.newRecord(SHARED_ACCOUNT);
        account.setBrandId(brand.id().value());
        account.setKind(kind.code());
        account.setOpenedAt(clock.instant());
        account.store();
        moves.join(database, account, holder, true);
        return views.of(account);
    }

    /// For a holder, by the brand.
    @Transactional
    public SharedAccount openFor(Brand brand, SharedKind kind, CustomerNo holder) {
        SharedAccount account = open(brand, kind, holder);
        record("sharing.opened", brand, account.id(), holder);
        return account;
    }

    /// The account somebody is in.
    public Optional<SharedAccount> of(Brand brand, CustomerNo asked) {
        return person(brand, customers.currentOf(asked))
                .map(person -> views.of(moves.read(database, person.getAccountId())));
    }

    /// @throws Problem `not-found` for who is in none
    @Transactional
    public void leave(Brand brand, CustomerNo asked) {
        moves.leave(database, person(brand, customers.currentOf(asked)).orElseThrow(() -> SharedViews.none()));
    }

    /// The holder asks somebody to go; of themselves, it closes the account.
    ///
    /// @throws Problem `not-found`, `sharing-not-holder`
    @Transactional
    public void removeByHolder(Brand brand, CustomerNo asked, CustomerNo whom) {
        SharedPersonRecord holder = holder(brand, asked);
        moves.leave(database, within(brand, holder.getAccountId(), whom));
    }

    /// @throws Problem `not-found`
    @Transactional
    public void removeByBrand(Brand brand, long account, CustomerNo whom) {
        moves.leave(database, within(brand, account, whom));
        record("sharing.removed", brand, account, whom);
    }

    /// @throws Problem `not-found`
    @Transactional
    public void closeByBrand(Brand brand, long account) {
        views.get(brand, account);
        moves.close(database, moves.lock(database, account));
        audit.record("sharing.closed", "shared-account/" + account, Map.of("brand", brand.key()));
    }

    /// @throws Problem `not-found`, `sharing-not-holder`
    SharedPersonRecord holder(Brand brand, CustomerNo asked) {
        SharedPersonRecord person = person(brand, customers.currentOf(asked)).orElseThrow(() -> SharedViews.none());
        if (!person.getHolder()) {
            throw new Problem(SharingProblem.SHARING_NOT_HOLDER);
        }
        return person;
    }

    private SharedPersonRecord within(Brand brand, long account, CustomerNo whom) {
        return person(brand, customers.currentOf(whom))
                .filter(person -> person.getAccountId() == account)
                .orElseThrow(() -> SharedViews.none());
    }

    private Optional<SharedPersonRecord> person(Brand brand, CustomerNo customer) {
        return database.selectFrom(SHARED_PERSON)
                .where(
                        SHARED_PERSON.BRAND_ID.eq(brand.id().value()),
                        SHARED_PERSON.CUSTOMER_NO.eq(customer.value()),
                        SHARED_PERSON.LEFT_AT.isNull())
                .fetchOptional();
    }

    private void record(String what, Brand brand, long account, CustomerNo customer) {
        audit.record(what, "shared-account/" + account, Map.of("brand", brand.key(), "customer", customer.value()));
    }
}
