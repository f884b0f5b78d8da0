package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.generated.tables.records.AccountRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import org.jooq.DSLContext;

/// An account as it stands, in the order in which accounts are read and locked.
///
/// @param customer whose it is now
record StoredAccount(Account account, CustomerNo customer) implements Comparable<StoredAccount> {

    private static final Comparator<StoredAccount> ORDER = Comparator.<StoredAccount>comparingInt(
                    stored -> stored.account.id().brand().value())
            .thenComparing(stored -> stored.account.id().opened());

    /// Those named, as far as there are any, with all others of their customers.
    static TreeSet<StoredAccount> withOthers(DSLContext transaction, Collection<AccountId> named) {
        RowSet.Given given = rows(named);
        var own = ACCOUNT.as("own");
        return new TreeSet<>(transaction
                .selectDistinct(ACCOUNT.fields())
                .from(given.table())
                .join(own)
                .on(own.BRAND_ID.eq(given.field(ACCOUNT.BRAND_ID)), own.OPENED_NO.eq(given.field(ACCOUNT.OPENED_NO)))
                .join(ACCOUNT)
                .on(ACCOUNT.CUSTOMER_NO.eq(own.CUSTOMER_NO), ACCOUNT.BRAND_ID.eq(own.BRAND_ID))
                .fetch(row -> of(row.into(ACCOUNT))));
    }

    /// Those that are customers' now.
    static TreeSet<StoredAccount> ofCustomers(DSLContext transaction, Collection<AccountId> owners) {
        RowSet.Given given = rows(owners);
        return new TreeSet<>(transaction
                .select(ACCOUNT.fields())
                .from(given.table())
                .join(ACCOUNT)
                .on(
                        ACCOUNT.CUSTOMER_NO.eq(given.field(ACCOUNT.OPENED_NO)),
                        ACCOUNT.BRAND_ID.eq(given.field(ACCOUNT.BRAND_ID)))
                .fetch(row -> of(row.into(ACCOUNT))));
    }

    private static RowSet.Given rows(Collection<AccountId> ids) {
        RowSet rows = new RowSet(ACCOUNT.BRAND_ID, ACCOUNT.OPENED_NO);
        ids.forEach(id -> rows.row(id.brand().value(), id.opened().value()));
        return rows.as("given");
    }

    private static StoredAccount of(AccountRecord row) {
        return new StoredAccount(
                new Account(
                        new AccountId(new BrandId(row.getBrandId()), new CustomerNo(row.getOpenedNo())),
                        row.getAvailable(),
                        row.getPending(),
                        row.getFrozen(),
                        row.getDebt()),
                new CustomerNo(row.getCustomerNo()));
    }

    @Override
    public int compareTo(StoredAccount other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredAccount stored && ORDER.compare(this, stored) == 0;
    }

    @Override
    public int hashCode() {
        return account.id().hashCode();
    }
}
