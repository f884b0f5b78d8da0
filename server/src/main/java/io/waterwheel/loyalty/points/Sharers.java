package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.SHARED_ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.SHARED_PERSON;
import static io.waterwheel.loyalty.generated.Tables.SHARED_RULE;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Whose points customers may spend beside their own, because they share an account: one look-up by index for
/// all of them.
final class Sharers {

    private Sharers() {}

    /// @param lender whose points `spender` may spend too
    record Sharer(AccountId spender, AccountId lender) {}

    /// @param spenders customers as they are now
    static List<Sharer> of(DSLContext transaction, Collection<AccountId> spenders) {
        if (spenders.isEmpty()) {
            return List.of();
        }
        RowSet rows = new RowSet(SHARED_PERSON.BRAND_ID, SHARED_PERSON.CUSTOMER_NO);
        spenders.forEach(id -> rows.row(id.brand().value(), id.opened().value()));
        RowSet.Given given = rows.as("given");
        var own = SHARED_PERSON.as("own");
        return transaction
                .select(own.BRAND_ID, own.CUSTOMER_NO, SHARED_PERSON.CUSTOMER_NO)
                .from(given.table())
                .join(own)
                .on(
                        own.BRAND_ID.eq(given.field(SHARED_PERSON.BRAND_ID)),
                        own.CUSTOMER_NO.eq(given.field(SHARED_PERSON.CUSTOMER_NO)),
                        own.LEFT_AT.isNull())
                .join(SHARED_ACCOUNT)
                .on(SHARED_ACCOUNT.ID.eq(own.ACCOUNT_ID))
                .join(SHARED_RULE)
                .on(
                        SHARED_RULE.BRAND_ID.eq(SHARED_ACCOUNT.BRAND_ID),
                        SHARED_RULE.KIND.eq(SHARED_ACCOUNT.KIND),
                        DSL.condition(SHARED_RULE.ACTIVE),
                        DSL.condition(SHARED_RULE.EVERYBODY_SPENDS).or(DSL.condition(own.HOLDER)))
                .join(SHARED_PERSON)
                .on(
                        SHARED_PERSON.ACCOUNT_ID.eq(own.ACCOUNT_ID),
                        SHARED_PERSON.LEFT_AT.isNull(),
                        SHARED_PERSON.CUSTOMER_NO.ne(own.CUSTOMER_NO))
                .fetch(row -> {
                    BrandId brand = new BrandId(row.value1());
                    return new Sharer(
                            new AccountId(brand, new CustomerNo(row.value2())),
                            new AccountId(brand, new CustomerNo(row.value3())));
                });
    }
}
