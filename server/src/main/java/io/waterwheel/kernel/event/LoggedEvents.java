package io.waterwheel.kernel.event;

import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.util.Map;
import org.jooq.Record;

/// Reads events back from their table.
final class LoggedEvents {

    private LoggedEvents() {}

    /// @param customers the customers that numbers belong to now; a number that is not there is its own
    static LoggedEvent of(Record row, Map<CustomerNo, CustomerNo> customers) {
        Integer number = row.get(EVENT.CUSTOMER_NO);
        CustomerNo writtenUnder = number == null ? null : new CustomerNo(number);
        return new LoggedEvent(
                row.get(EVENT.POSITION),
                new BrandId(row.get(EVENT.BRAND_ID)),
                writtenUnder,
                writtenUnder == null ? null : customers.getOrDefault(writtenUnder, writtenUnder),
                row.get(EVENT.NAME),
                row.get(EVENT.AT),
                row.get(EVENT.RECEIVED_AT),
                row.get(EVENT.SOURCE),
                row.get(EVENT.MESSAGE_ID),
                IdentifierKinds.of(row.get(EVENT.IDENTIFIED_BY)),
                row.get(EVENT.PROPERTIES).data());
    }
}
