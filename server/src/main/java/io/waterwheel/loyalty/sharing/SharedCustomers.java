package io.waterwheel.loyalty.sharing;

import static io.waterwheel.loyalty.generated.Tables.SHARED_PERSON;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.customer.OwnedRows;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.generated.tables.records.SharedPersonRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Who turns out to be somebody else stays in one shared account: the one they hold, else the one they were in
/// first. They leave the other, and do not come back to it when the two come apart.
@Component
class SharedCustomers implements CustomerState {

    private static final Comparator<SharedPersonRecord> STAYS = Comparator.comparing(SharedPersonRecord::getHolder)
            .reversed()
            .thenComparing(SharedPersonRecord::getJoinedAt)
            .thenComparing(SharedPersonRecord::getOpenedNo);
    private static final List<OwnedRows> OWNED =
            List.of(new OwnedRows(SHARED_PERSON, SHARED_PERSON.OPENED_NO, SHARED_PERSON.CUSTOMER_NO));

    private final SharedMoves moves;

    SharedCustomers(SharedMoves moves) {
        this.moves = moves;
    }

    /// A person in a brand.
    private record Whole(int brand, int customer) {}

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        Set<CustomerNo> numbers = new HashSet<>(into.keySet());
        numbers.addAll(into.values());
        Map<Whole, SharedPersonRecord> kept = new HashMap<>();
        for (SharedPersonRecord person : transaction
                .selectFrom(SHARED_PERSON)
                .where(SHARED_PERSON.CUSTOMER_NO.eq(MovedCustomers.any(numbers)), SHARED_PERSON.LEFT_AT.isNull())
                .fetch()
                .sortAsc(STAYS)) {
            CustomerNo number = new CustomerNo(person.getCustomerNo());
            Whole whole = new Whole(
                    person.getBrandId(), into.getOrDefault(number, number).value());
            if (kept.putIfAbsent(whole, person) != null) {
                moves.leave(transaction, person);
            }
        }
        OwnedRows.merge(transaction, OWNED, into);
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        OwnedRows.clear(transaction, OWNED, customers);
    }
}
