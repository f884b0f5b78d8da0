package io.waterwheel.segment.size;

import static java.util.stream.Collectors.toMap;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.engine.Members;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.generated.tables.records.MembershipRecord;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.size.EvaluationRows.Due;
import io.waterwheel.segment.tagging.StoredSet;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Evaluates segments and keeps what came of it. All of a brand that are due are answered together, on one state of
/// the warehouse; each is kept for itself, so that nobody who saves or deletes one waits for the others. A kill
/// leaves what is not kept yet due.
@Component
public class Evaluations {

    private static final Duration LONGEST_CATCH_UP = Duration.ofMinutes(5);

    /// How often segments are looked at whose movement is told.
    private static final Duration FEED = Duration.ofMinutes(5);

    /// When what could not be evaluated is tried again.
    private static final Duration AGAIN = Duration.ofMinutes(10);

    /// When the shops are closed and yesterday's orders have arrived.
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private final EvaluationRows rows;
    private final SegmentEngine engine;
    private final Warehouse warehouse;
    private final Customers customers;
    private final TransactionOperations alone;
    private final TransactionTemplate each;
    private final InstantSource clock;

    Evaluations(
            EvaluationRows rows,
            SegmentEngine engine,
            Warehouse warehouse,
            Customers customers,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.rows = rows;
        this.engine = engine;
        this.warehouse = warehouse;
        this.customers = customers;
        this.alone = new TransactionTemplate(transactions);
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /// Evaluates one segment now: everything acknowledged before this call is counted.
    ///
    /// @throws Problem `not-found`, `warehouse-behind`
    public void evaluate(Brand brand, SegmentId segment) {
        rows.enrol();
        alone.executeWithoutResult(_ -> {
            rows.lock(brand);
            List<Due> due = rows.only(brand, segment);
            if (due.isEmpty()) {
                throw new Problem(KernelProblem.NOT_FOUND).with("what", "segment " + segment);
            }
            evaluate(brand, due, true);
        });
    }

    /// Evaluates what is due, unless another node is at it. What could not be evaluated is tried again later; the
    /// others are kept.
    void evaluateDue(Brand brand) {
        alone.executeWithoutResult(_ -> {
            if (rows.tryLock(brand)) {
                try {
                    evaluate(brand, rows.due(brand), false);
                } catch (RuntimeException e) {
                    Instant later = clock.instant().plus(AGAIN);
                    each.executeWithoutResult(_ -> rows.postpone(brand, later));
                    throw e;
                }
            }
        });
    }

    private void evaluate(Brand brand, List<Due> due, boolean asked) {
        if (due.isEmpty()) {
            return;
        }
        if (!warehouse.catchUp(LONGEST_CATCH_UP)) {
            throw new Problem(SegmentProblem.WAREHOUSE_BEHIND);
        }
        Instant at = clock.instant();
        // Everybody comes first, whom the others' answers are compared with.
        Map<Optional<SegmentId>, Condition> definitions = new LinkedHashMap<>();
        definitions.put(Optional.empty(), And.EVERYONE);
        due.forEach(one -> definitions.put(Optional.of(one.segment()), one.definition()));
        Map<SegmentId, Due> byId = due.stream().collect(toMap(Due::segment, Function.identity()));
        RoaringBitmap everyone = new RoaringBitmap();
        engine.refreshAll(
                brand,
                definitions,
                (id, members) -> id.map(byId::get)
                        .ifPresentOrElse(
                                one -> each.executeWithoutResult(_ -> keep(brand, one, members, everyone, at, asked)),
                                () -> everyone.or(members.customers())));
    }

    private void keep(Brand brand, Due due, Members members, RoaringBitmap everyone, Instant at, boolean asked) {
        rows.hold(due.segment()).ifPresent(last -> {
            byte[] before = last.getCustomers();
            Movement movement = Movement.between(
                    before == null ? null : StoredSet.of(before), members.customers(), everyone, customers::current);
            long size = members.customers().getLongCardinality();
            boolean listening = last.getToldAfter() != null && last.getNumber() >= last.getToldAfter();
            boolean baseline = last.getToldAfter() != null && !listening;
            boolean news = asked || baseline || !movement.none() || changed(brand, due, last, size, at);
            int number = last.getNumber() + (news ? 1 : 0);
            if (news) {
                rows.add(due, number, at, size, movement, listening && !movement.none());
            }
            rows.evaluated(due, number, at, size, movement, next(brand, at, last.getToldAfter() != null));
            rows.forget(due.segment());
        });
    }

    /// Whether there is something to tell though nobody moved: it is the first of the day, or another definition.
    private static boolean changed(Brand brand, Due due, MembershipRecord last, long size, Instant at) {
        return last.getEvaluatedAt() == null
                || last.getSize() != size
                || last.getVersion() != due.version()
                || !day(brand, last.getEvaluatedAt()).equals(day(brand, at));
    }

    private static LocalDate day(Brand brand, Instant at) {
        return brand.dayOf(at);
    }

    private static Instant next(Brand brand, Instant at, boolean feed) {
        var now = at.atZone(brand.zone());
        var tonight = now.toLocalDate().atTime(NIGHT).atZone(brand.zone());
        Instant night = (tonight.isAfter(now)
                        ? tonight
                        : now.toLocalDate().plusDays(1).atTime(NIGHT).atZone(brand.zone()))
                .toInstant();
        Instant soon = at.plus(FEED);
        return feed && soon.isBefore(night) ? soon : night;
    }
}
