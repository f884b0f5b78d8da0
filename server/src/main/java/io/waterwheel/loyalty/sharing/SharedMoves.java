package io.waterwheel.loyalty.sharing;

import static io.waterwheel.loyalty.generated.Tables.SHARED_ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.SHARED_PERSON;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.SharingProblem;
import io.waterwheel.loyalty.generated.tables.records.SharedAccountRecord;
import io.waterwheel.loyalty.generated.tables.records.SharedPersonRecord;
import io.waterwheel.loyalty.member.MemberEvents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Who comes into shared accounts and goes, in the caller's transaction, and what the timeline is told of it.
@Component
public class SharedMoves {

    private final MemberEvents events;
    private final InstantSource clock;

    SharedMoves(MemberEvents events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /// @throws Problem `sharing-already`
    void join(DSLContext transaction, SharedAccountRecord account, CustomerNo customer, boolean holder) {
        int joined = transaction
                .insertInto(SHARED_PERSON)
                .set(SHARED_PERSON.ACCOUNT_ID, account.getId())
                .set(SHARED_PERSON.BRAND_ID, account.getBrandId())
                .set(SHARED_PERSON.OPENED_NO, customer.value())
                .set(SHARED_PERSON.CUSTOMER_NO, customer.value())
                .set(SHARED_PERSON.HOLDER, holder)
                .set(SHARED_PERSON.JOINED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        if (joined == 0) {
            throw new Problem(SharingProblem.SHARING_ALREADY);
        }
        tell(
                transaction,
                account,
                customer,
                holder ? EventNames.SHARED_ACCOUNT_OPENED : EventNames.SHARED_ACCOUNT_JOINED);
    }

    /// One person goes; with the holder everybody does, and the account is closed.
    void leave(DSLContext transaction, SharedPersonRecord person) {
        SharedAccountRecord account = lock(transaction, person.getAccountId());
        if (person.getHolder()) {
            close(transaction, account);
        } else if (end(transaction, account, person, clock.instant())) {
            tell(transaction, account, new CustomerNo(person.getCustomerNo()), EventNames.SHARED_ACCOUNT_LEFT);
        }
    }

    /// The same for somebody who is forgotten, of whom nothing is told.
    public void forget(DSLContext transaction, SharedPersonRecord person) {
        SharedAccountRecord account = lock(transaction, person.getAccountId());
        end(transaction, account, person, clock.instant());
        if (person.getHolder()) {
            close(transaction, account);
        }
    }

    void close(DSLContext transaction, SharedAccountRecord account) {
        if (account.getClosedAt() != null) {
            return;
        }
        Instant now = clock.instant();
        transaction
                .update(SHARED_ACCOUNT)
                .set(SHARED_ACCOUNT.CLOSED_AT, now)
                .where(SHARED_ACCOUNT.ID.eq(account.getId()))
                .execute();
        for (SharedPersonRecord person : people(transaction, account.getId())) {
            end(transaction, account, person, now);
            tell(
                    transaction,
                    account,
                    new CustomerNo(person.getCustomerNo()),
                    person.getHolder() ? EventNames.SHARED_ACCOUNT_CLOSED : EventNames.SHARED_ACCOUNT_LEFT);
        }
    }

    SharedAccountRecord lock(DSLContext transaction, long account) {
        return transaction
                .selectFrom(SHARED_ACCOUNT)
                .where(SHARED_ACCOUNT.ID.eq(account))
                .forUpdate()
                .fetchSingle();
    }

    SharedAccountRecord read(DSLContext database, long account) {
        return database.selectFrom(SHARED_ACCOUNT)
                .where(SHARED_ACCOUNT.ID.eq(account))
                .fetchSingle();
    }

    /// Who is in it, the holder first.
    static List<SharedPersonRecord> people(DSLContext database, long account) {
        return people(database, List.of(account)).getOrDefault(account, List.of());
    }

    /// The same of many, by account.
    static Map<Long, List<SharedPersonRecord>> people(DSLContext database, Collection<Long> accounts) {
        return database.selectFrom(SHARED_PERSON)
                .where(
                        SHARED_PERSON.ACCOUNT_ID.eq(DSL.any(accounts.toArray(Long[]::new))),
                        SHARED_PERSON.LEFT_AT.isNull())
                .orderBy(SHARED_PERSON.HOLDER.desc(), SHARED_PERSON.JOINED_AT, SHARED_PERSON.OPENED_NO)
                .collect(Collectors.groupingBy(SharedPersonRecord::getAccountId));
    }

    private static boolean end(
            DSLContext transaction, SharedAccountRecord account, SharedPersonRecord person, Instant at) {
        return transaction
                        .update(SHARED_PERSON)
                        .set(SHARED_PERSON.LEFT_AT, at)
                        .where(
                                SHARED_PERSON.ACCOUNT_ID.eq(account.getId()),
                                SHARED_PERSON.CUSTOMER_NO.eq(person.getCustomerNo()),
                                SHARED_PERSON.LEFT_AT.isNull())
                        .execute()
                > 0;
    }

    private void tell(DSLContext transaction, SharedAccountRecord account, CustomerNo customer, String name) {
        Instant now = clock.instant();
        events.write(
                transaction,
                new BrandId(account.getBrandId()),
                customer,
                name,
                now,
                "shared-account/" + account.getId() + "/" + customer + "/" + name.replace(' ', '-') + "/"
                        + now.toEpochMilli(),
                Map.of("account", Long.toString(account.getId()), "kind", account.getKind()));
    }
}
