package io.waterwheel.loyalty.member;

import static io.waterwheel.loyalty.generated.Tables.MEMBER;

import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.customer.OwnedRows;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.generated.tables.records.MemberRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The members of brands.
@Component
public class Members {

    /// Opens memberships. Who is a member already stays one since then.
    ///
    /// @param joined since when, by customer
    public void enrol(DSLContext transaction, BrandId brand, Map<CustomerNo, Instant> joined) {
        Set<CustomerNo> members = of(transaction, brand, joined.keySet()).keySet();
        RowSet rows =
                new RowSet(MEMBER.BRAND_ID, MEMBER.OPENED_NO, MEMBER.CUSTOMER_NO, MEMBER.CARD_NO, MEMBER.JOINED_AT);
        joined.forEach((customer, at) -> {
            if (!members.contains(customer)) {
                rows.row(
                        brand.value(),
                        customer.value(),
                        customer.value(),
                        CardNumber.of(brand, customer).value(),
                        at);
            }
        });
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            transaction
                    .insertInto(
                            MEMBER,
                            MEMBER.BRAND_ID,
                            MEMBER.OPENED_NO,
                            MEMBER.CUSTOMER_NO,
                            MEMBER.CARD_NO,
                            MEMBER.JOINED_AT)
                    .select(DSL.select(
                                    given.field(MEMBER.BRAND_ID),
                                    given.field(MEMBER.OPENED_NO),
                                    given.field(MEMBER.CUSTOMER_NO),
                                    given.field(MEMBER.CARD_NO),
                                    given.field(MEMBER.JOINED_AT))
                            .from(given.table()))
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /// The memberships of customers, those of each with the oldest first; who is no member is left out.
    public Map<CustomerNo, List<Account>> of(DSLContext database, BrandId brand, Collection<CustomerNo> customers) {
        return accounts(
                        database,
                        MEMBER.BRAND_ID.eq(brand.value()).and(MEMBER.CUSTOMER_NO.eq(MovedCustomers.any(customers))))
                .stream()
                .collect(Collectors.groupingBy(Account::customer, LinkedHashMap::new, Collectors.toList()));
    }

    /// The memberships of one customer, the oldest first; whoever wants the same waits until the transaction ends.
    public List<Account> locked(DSLContext transaction, BrandId brand, CustomerNo customer) {
        return transaction
                .selectFrom(MEMBER)
                .where(MEMBER.BRAND_ID.eq(brand.value()))
                .and(MEMBER.CUSTOMER_NO.eq(customer.value()))
                .orderBy(MEMBER.JOINED_AT, MEMBER.OPENED_NO)
                .forUpdate()
                .fetch(Members::account);
    }

    /// The oldest first.
    public List<Account> accounts(DSLContext database, Condition which) {
        return database.selectFrom(MEMBER)
                .where(which)
                .orderBy(MEMBER.JOINED_AT, MEMBER.OPENED_NO)
                .fetch(Members::account);
    }

    public static Account account(MemberRecord row) {
        return new Account(
                new BrandId(row.getBrandId()),
                new CustomerNo(row.getOpenedNo()),
                new CustomerNo(row.getCustomerNo()),
                row.getCardNo(),
                row.getJoinedAt(),
                row.getTier(),
                row.getFloorTier(),
                row.getTierSince(),
                row.getPeriodFrom(),
                row.getReviewOn(),
                row.getReviewAt(),
                row.getToldTier());
    }

    /// Keeps the memberships of customers where they are until the transaction ends: whoever is merged or comes apart
    /// meanwhile waits.
    public void keepInPlace(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .select(MEMBER.OPENED_NO)
                .from(MEMBER)
                .where(MEMBER.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .orderBy(MEMBER.OPENED_NO)
                .forUpdate()
                .execute();
    }

    /// Gives memberships, and what belongs to them, to whoever has the number they were opened under.
    ///
    /// @param owners by number, those whose own it is as well
    public void follow(DSLContext transaction, Map<CustomerNo, CustomerNo> owners) {
        RowSet rows = new RowSet(MEMBER.OPENED_NO, MEMBER.CUSTOMER_NO);
        owners.forEach((number, owner) -> rows.row(number.value(), owner.value()));
        RowSet.Given given = rows.as("owner");
        for (OwnedRows table : MemberCustomers.OWNED) {
            transaction
                    .update(table.table())
                    .set(table.customer(), given.field(MEMBER.CUSTOMER_NO))
                    .from(given.table())
                    .where(table.opened().eq(given.field(MEMBER.OPENED_NO)))
                    .and(table.customer().ne(given.field(MEMBER.CUSTOMER_NO)))
                    .execute();
        }
    }
}
