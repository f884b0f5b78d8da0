package io.waterwheel.customer.tag;

import static io.waterwheel.customer.generated.Tables.CUSTOMER_TAG;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Tags follow their customers when these turn out to be one: of each tag the newer addition and the newer removal.
@Component
class TagsOfCustomers implements CustomerState {

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        Map<CustomerTagRows.Key, TagSides> moved = new LinkedHashMap<>();
        transaction
                .selectFrom(CUSTOMER_TAG)
                .where(CUSTOMER_TAG.CUSTOMER_NO.eq(DSL.any(numbers(into.keySet()))))
                .forEach(row -> {
                    CustomerNo customer = Objects.requireNonNull(into.get(new CustomerNo(row.getCustomerNo())));
                    moved.merge(
                            new CustomerTagRows.Key(row.getBrandId(), customer.value(), row.getTagId()),
                            CustomerTagRows.sides(row),
                            TagSides::with);
                });
        clear(transaction, into.keySet());
        CustomerTagRows.join(transaction, moved);
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .deleteFrom(CUSTOMER_TAG)
                .where(CUSTOMER_TAG.CUSTOMER_NO.eq(DSL.any(numbers(customers))))
                .execute();
    }

    private static Integer[] numbers(Collection<CustomerNo> customers) {
        return customers.stream().map(CustomerNo::value).toArray(Integer[]::new);
    }
}
