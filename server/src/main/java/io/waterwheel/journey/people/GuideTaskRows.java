package io.waterwheel.journey.people;

import static io.waterwheel.journey.generated.Tables.GUIDE_TASK;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.Customers;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.kernel.CustomerNo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/// Tasks as people see them, with what their customers are called.
@Component
class GuideTaskRows {

    private final Customers customers;

    GuideTaskRows(Customers customers) {
        this.customers = customers;
    }

    /// @param rows of tasks joined with their journeys
    List<GuideTask> tasks(Brand brand, Result<? extends Record> rows) {
        Map<CustomerNo, String> names = new HashMap<>();
        List<CustomerNo> numbers = rows.map(row -> new CustomerNo(row.get(GUIDE_TASK.CUSTOMER_NO)));
        for (CustomerRow row : customers.rows(brand.id(), numbers)) {
            if (row.name() != null) {
                names.put(row.customerNo(), row.name());
            }
        }
        return rows.map(row -> {
            CustomerNo customer = new CustomerNo(row.get(GUIDE_TASK.CUSTOMER_NO));
            return new GuideTask(
                    row.get(GUIDE_TASK.ID).toString(),
                    new JourneyId(row.get(GUIDE_TASK.JOURNEY_ID)),
                    row.get(SAVED_JOURNEY.NAME),
                    customer,
                    names.get(customer),
                    row.get(GUIDE_TASK.GUIDE),
                    row.get(GUIDE_TASK.TITLE),
                    row.get(GUIDE_TASK.WORDS),
                    row.get(GUIDE_TASK.STATE),
                    row.get(GUIDE_TASK.MADE_AT),
                    row.get(GUIDE_TASK.DUE_AT),
                    row.get(GUIDE_TASK.DONE_AT),
                    row.get(GUIDE_TASK.DONE_BY));
        });
    }
}
