package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Follows recipients who merged with somebody after the broadcast was planned, so that one person who stands in the
/// plan
/// under two numbers hears of it once.
@Component
class MergedRecipients {

    private final DSLContext database;
    private final Customers customers;

    MergedRecipients(DSLContext database, Customers customers) {
        this.database = database;
        this.customers = customers;
    }

    /// Within the transaction that claimed them: whoever is a recipient under their present number already is let go,
    /// everyone else stands under it from now on.
    ///
    /// @return the claimed under their present numbers
    RoaringBitmap follow(long broadcast, RoaringBitmap claimed) {
        List<CustomerNo> numbers = new ArrayList<>(claimed.getCardinality());
        claimed.forEach((int number) -> numbers.add(new CustomerNo(number)));
        Map<CustomerNo, CustomerNo> current = customers.current(numbers);
        RoaringBitmap followed = claimed.clone();
        for (CustomerNo number : numbers) {
            CustomerNo customer = current.getOrDefault(number, number);
            if (!customer.equals(number)) {
                followed.remove(number.value());
                if (isRecipient(broadcast, customer)) {
                    letGo(broadcast, number);
                } else {
                    rename(broadcast, number, customer);
                    followed.add(customer.value());
                }
            }
        }
        return followed;
    }

    private boolean isRecipient(long broadcast, CustomerNo customer) {
        return database.fetchExists(
                RECIPIENT, RECIPIENT.BROADCAST_ID.eq(broadcast).and(RECIPIENT.CUSTOMER_NO.eq(customer.value())));
    }

    private void letGo(long broadcast, CustomerNo number) {
        database.update(RECIPIENT)
                .set(RECIPIENT.STATE, "cancelled")
                .set(RECIPIENT.REASON, "merged")
                .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                .and(RECIPIENT.CUSTOMER_NO.eq(number.value()))
                .execute();
    }

    private void rename(long broadcast, CustomerNo number, CustomerNo customer) {
        database.update(RECIPIENT)
                .set(RECIPIENT.CUSTOMER_NO, customer.value())
                .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                .and(RECIPIENT.CUSTOMER_NO.eq(number.value()))
                .execute();
    }
}
