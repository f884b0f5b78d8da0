package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON_BATCH;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.loyalty.CouponGranted.Issued;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.coupon.issue.Issuing.Wish;
import io.waterwheel.loyalty.generated.tables.records.CouponBatchRecord;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.Segments;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Issues a batch: finds whom it reaches once, then goes through them by number. Each coupon's key is made of
/// the batch and its customer, so that after a kill nobody gets another.
@Component
class CouponBatchJob implements JobHandler {

    static final String KIND = "coupon-batch";

    private static final int PIECE = 2_000;

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final Brands brands;
    private final Segments segments;
    private final Customers customers;
    private final Issuing issuing;
    private final InstantSource clock;

    CouponBatchJob(
            DSLContext database,
            TransactionOperations transactions,
            Brands brands,
            Segments segments,
            Customers customers,
            Issuing issuing,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.brands = brands;
        this.segments = segments;
        this.customers = customers;
        this.issuing = issuing;
        this.clock = clock;
    }

    record Params(long batch) {}

    /// @param after the last customer, or code, dealt with
    private record Progress(int after, long passed, long issued) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        long id = run.params(Params.class).batch();
        CouponBatchRecord row = database.fetchSingle(COUPON_BATCH, COUPON_BATCH.ID.eq(id));
        RoaringBitmap reached = reached(brand, row);
        Progress progress = run.checkpoint(Progress.class).orElse(new Progress(0, 0, 0));
        var numbers = reached.getIntIterator();
        numbers.advanceIfNeeded(progress.after + 1);
        while (numbers.hasNext()) {
            run.checkStop();
            List<Integer> piece = new ArrayList<>(PIECE);
            while (numbers.hasNext() && piece.size() < PIECE) {
                piece.add(numbers.next());
            }
            Progress before = progress;
            progress = Objects.requireNonNull(transactions.execute(_ -> {
                Progress next = new Progress(
                        piece.getLast(), before.passed + piece.size(), before.issued + issue(brand, row, piece));
                run.checkpoint(database, next);
                return next;
            }));
            run.progress(progress.passed, reached.getLongCardinality(), null);
        }
        database.update(COUPON_BATCH)
                .set(COUPON_BATCH.ISSUED, progress.issued)
                .set(COUPON_BATCH.DONE_AT, clock.instant())
                .where(COUPON_BATCH.ID.eq(id))
                .execute();
    }

    /// Of codes on paper, their numbers within the batch.
    private RoaringBitmap reached(Brand brand, CouponBatchRecord row) {
        if (row.getPrinted() != null) {
            return RoaringBitmap.bitmapOfRange(1, row.getPrinted() + 1L);
        }
        if (row.getCustomers() != null) {
            return FrozenSet.of(row.getCustomers());
        }
        RoaringBitmap members = segments.members(brand, new SegmentId(row.getSegmentId()));
        database.update(COUPON_BATCH)
                .set(COUPON_BATCH.CUSTOMERS, FrozenSet.bytes(members))
                .set(COUPON_BATCH.REACHED, members.getLongCardinality())
                .where(COUPON_BATCH.ID.eq(row.getId()))
                .execute();
        return members;
    }

    private long issue(Brand brand, CouponBatchRecord row, List<Integer> piece) {
        boolean paper = row.getPrinted() != null;
        List<CustomerNo> given =
                paper ? List.of() : piece.stream().map(CustomerNo::new).toList();
        Map<CustomerNo, CustomerNo> current = customers.current(given);
        List<Wish> wishes = piece.stream()
                .map(number -> wish(row.getId(), number, paper ? null : new CustomerNo(number), current))
                .toList();
        return issuing.issue(brand, new CouponTemplateId(row.getTemplateId()), wishes).values().stream()
                .filter(Issued.class::isInstance)
                .count();
    }

    private static Wish wish(long batch, int number, @Nullable CustomerNo given, Map<CustomerNo, CustomerNo> current) {
        String key = "batch/" + batch + "/" + number;
        return given == null
                ? new Wish(key, null, null, "code")
                : new Wish(key, given, current.getOrDefault(given, given), "batch");
    }
}
