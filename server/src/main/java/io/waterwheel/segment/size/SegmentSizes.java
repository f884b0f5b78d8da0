package io.waterwheel.segment.size;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.generated.tables.records.MembershipRecord;
import io.waterwheel.segment.saved.SavedSegments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.PeekableIntIterator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What is known of segments' sizes, and who moved.
@Component
public class SegmentSizes {

    private final SavedSegments segments;
    private final EvaluationRows rows;
    private final Customers customers;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    SegmentSizes(
            SavedSegments segments,
            EvaluationRows rows,
            Customers customers,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.segments = segments;
        this.rows = rows;
        this.customers = customers;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// @throws Problem `not-found`
    public SizeOverTime of(Brand brand, SegmentId segment) {
        segments.name(brand, segment);
        Optional<MembershipRecord> membership = rows.membership(segment);
        return new SizeOverTime(
                membership.map(MembershipRecord::getToldAfter).isPresent(),
                membership.<Instant>map(MembershipRecord::getDueAt).orElse(null),
                rows.days(brand, segment),
                rows.newest(segment));
    }

    /// Who entered by an evaluation, or who left, as the customers they are now.
    ///
    /// @throws Problem `not-found`
    public Page<CustomerRow> moved(Brand brand, SegmentId segment, int number, boolean entered, PageRequest request) {
        segments.name(brand, segment);
        Cursor cursor = Cursor.decode(request.cursor(), 1);
        PeekableIntIterator numbers = rows.moved(segment, number, entered).getIntIterator();
        if (cursor != null) {
            numbers.advanceIfNeeded((int) cursor.number(0) + 1);
        }
        List<CustomerNo> found = new ArrayList<>();
        while (numbers.hasNext() && found.size() <= request.size()) {
            found.add(new CustomerNo(numbers.next()));
        }
        return rows(brand, Page.of(found, request.size(), Cursor::of));
    }

    private Page<CustomerRow> rows(Brand brand, Page<CustomerNo> page) {
        Map<CustomerNo, CustomerNo> current = customers.current(page.items());
        List<CustomerNo> now = page.items().stream()
                .map(number -> current.getOrDefault(number, number))
                .distinct()
                .toList();
        return new Page<>(customers.rows(brand.id(), now), page.next());
    }

    /// Whether who enters and leaves is told to the log.
    ///
    /// @throws Problem `not-found`
    public void listen(Brand brand, SegmentId segment, boolean on) {
        String name = segments.name(brand, segment);
        transactions.executeWithoutResult(_ -> {
            rows.enrol();
            rows.listen(segment, on);
            audit.record("segment.feed", "segment/" + segment, Map.of("name", name, "on", on));
        });
    }
}
