package io.waterwheel.segment.saved;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.now.CustomerNow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Which of a brand's segments one customer is in now.
@Component
public class SegmentsOfCustomer {

    private final SegmentRows rows;
    private final CustomerNow customerNow;

    SegmentsOfCustomer(SegmentRows rows, CustomerNow customerNow) {
        this.rows = rows;
        this.customerNow = customerNow;
    }

    /// By name. All are asked at one moment on one state of the customer.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found` when the brand knows no such customer
    public List<SegmentOfCustomer> of(Brand brand, CustomerNo customer) {
        Map<SegmentId, Condition> definitions = rows.definitions(brand);
        Map<String, String> names = rows.names(brand);
        return customerNow.met(brand, customer, definitions.entrySet(), Map.Entry::getValue).stream()
                .map(Map.Entry::getKey)
                .map(id -> new SegmentOfCustomer(id, names.getOrDefault(id.toString(), id.toString())))
                .sorted(Comparator.comparing(SegmentOfCustomer::name))
                .toList();
    }
}
