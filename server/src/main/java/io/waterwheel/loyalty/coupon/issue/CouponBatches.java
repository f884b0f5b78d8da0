package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON_BATCH;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.coupon.template.CouponTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponBatchRecord;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.Segments;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Coupons for many at once: a segment, a list of customers, or nobody yet, as codes on paper.
@Component
public class CouponBatches {

    private static final int MOST_LISTED = 100_000;
    private static final int MOST_PRINTED = 10_000_000;
    private static final int SHOWN = 100;

    private final DSLContext database;
    private final CouponTemplates templates;
    private final Segments segments;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;

    CouponBatches(
            DSLContext database,
            CouponTemplates templates,
            Segments segments,
            Jobs jobs,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.templates = templates;
        this.segments = segments;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whom coupons go to: exactly one of the three.
    ///
    /// @param segment   everyone in it when the work begins
    /// @param customers these
    /// @param codes     nobody: so many codes to be printed
    public record NewBatch(
            @Nullable SegmentId segment,
            @Nullable List<Integer> customers,
            @Nullable Integer codes) {}

    /// @param reached how many it is for
    /// @param issued  how many were issued; the others would have exceeded stock, budget or their own limit
    public record Batch(
            String id,
            @Nullable SegmentId segment,
            @Nullable Integer codes,
            long reached,
            long issued,
            @Nullable JobId job,
            String createdBy,
            Instant createdAt,
            @Nullable Instant doneAt) {}

    /// How many coupons it comes to, as it is now.
    ///
    /// @throws Problem `not-found`, `invalid`
    public long reach(Brand brand, NewBatch wish) {
        check(wish);
        if (wish.segment() != null) {
            return segments.members(brand, wish.segment()).getLongCardinality();
        }
        return wish.codes() != null
                ? wish.codes()
                : Set.copyOf(Objects.requireNonNull(wish.customers())).size();
    }

    /// Begins the work.
    ///
    /// @throws Problem `not-found`, `invalid`
    @Transactional
    public Batch start(Brand brand, CouponTemplateId template, NewBatch wish) {
        String name = templates.get(brand, template).name();
        check(wish);
        CouponBatchRecord row = database.newRecord(COUPON_BATCH);
        row.setBrandId(brand.id().value());
        row.setTemplateId(template.value());
        row.setReached(0L);
        if (wish.segment() != null) {
            segments.name(brand, wish.segment());
            row.setSegmentId(wish.segment().value());
        }
        if (wish.customers() != null) {
            RoaringBitmap listed = new RoaringBitmap();
            wish.customers().forEach(listed::add);
            row.setCustomers(FrozenSet.bytes(listed));
            row.setReached(listed.getLongCardinality());
        }
        if (wish.codes() != null) {
            row.setPrinted(wish.codes());
            row.setReached(wish.codes().longValue());
        }
        row.setIssued(0L);
        row.setCreatedBy(Actor.current().name());
        row.setCreatedAt(clock.instant());
        row.store();
        JobId job = jobs.start(new NewJob(
                CouponBatchJob.KIND,
                new Text("发券：" + name, "Issue coupons: " + name),
                brand.id(),
                "coupons",
                new CouponBatchJob.Params(row.getId()),
                "/b/" + brand.key() + "/coupons/" + template));
        row.setJob(job.toString());
        row.update();
        audit.record(
                "coupon-batch.start",
                "coupon-template/" + template,
                Map.of("brand", brand.key(), "batch", row.getId()));
        return batch(row);
    }

    /// The last hundred, newest first.
    public List<Batch> list(Brand brand, CouponTemplateId template) {
        return database.selectFrom(COUPON_BATCH)
                .where(COUPON_BATCH.TEMPLATE_ID.eq(template.value()))
                .and(COUPON_BATCH.BRAND_ID.eq(brand.id().value()))
                .orderBy(COUPON_BATCH.ID.desc())
                .limit(SHOWN)
                .fetch(CouponBatches::batch);
    }

    /// @throws Problem `not-found`
    public Batch get(Brand brand, long id) {
        return batch(row(brand, id));
    }

    private CouponBatchRecord row(Brand brand, long id) {
        return database.selectFrom(COUPON_BATCH)
                .where(COUPON_BATCH.ID.eq(id))
                .and(COUPON_BATCH.BRAND_ID.eq(brand.id().value()))
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "coupon batch " + id));
    }

    private static void check(NewBatch wish) {
        long kinds = Stream.of(wish.segment(), wish.customers(), wish.codes())
                .filter(Objects::nonNull)
                .count();
        if (kinds != 1) {
            throw new Problem(KernelProblem.INVALID)
                    .at("", "choice", new Text("须在人群、名单、印码中选一种", "needs exactly one of a segment, a list, codes"));
        }
        if (wish.customers() != null) {
            if (wish.customers().isEmpty() || wish.customers().size() > MOST_LISTED) {
                throw new Problem(KernelProblem.INVALID).outside("/customers", "length", 1, MOST_LISTED);
            }
            wish.customers().forEach(CustomerNo::new);
        }
        if (wish.codes() != null && (wish.codes() < 1 || wish.codes() > MOST_PRINTED)) {
            throw new Problem(KernelProblem.INVALID).outside("/codes", "range", 1, MOST_PRINTED);
        }
    }

    private static Batch batch(CouponBatchRecord row) {
        return new Batch(
                Long.toString(row.getId()),
                row.getSegmentId() == null ? null : new SegmentId(row.getSegmentId()),
                row.getPrinted(),
                row.getReached(),
                row.getIssued(),
                row.getJob() == null ? null : JobId.parse(row.getJob()),
                row.getCreatedBy(),
                row.getCreatedAt(),
                row.getDoneAt());
    }
}
