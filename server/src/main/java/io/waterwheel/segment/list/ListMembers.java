package io.waterwheel.segment.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.IdentityMoves;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.StaticLists;
import io.waterwheel.segment.engine.ListLookup;
import io.waterwheel.segment.list.ListRows.Followed;
import io.waterwheel.segment.list.ListRows.Head;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Who carries the numbers of a static list now. What is listed never changes; whose it is does, when customers merge
/// or
/// come apart, and then only those concerned are looked up again: a list of millions costs nothing on a quiet day and a
/// few look-ups on a busy one.
@Component
class ListMembers implements ListLookup, StaticLists {

    /// After so many changes the result is written down, so that nobody begins from the start again.
    private static final int KEPT_AFTER = 1_000;

    private static final int AT_ONCE = 10_000;

    private final ListRows rows;
    private final Customers customers;
    private final Cache<Revision, Followed> known;

    ListMembers(ListRows rows, Customers customers) {
        this.rows = rows;
        this.customers = customers;
        this.known = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / 64)
                .weigher(ListMembers::weight)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    private record Revision(long list, int revision) {}

    @Override
    public RoaringBitmap members(Brand brand, String id) {
        return members(brand, ListId.of(id));
    }

    @Override
    public RoaringBitmap members(Brand brand, ListId list) {
        Head head = rows.head(brand, list)
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "list " + list));
        if (!head.ready()) {
            throw new Problem(SegmentProblem.CUSTOMER_LIST_NOT_READY).with("name", head.name());
        }
        return Objects.requireNonNull(known.asMap()
                        .compute(
                                new Revision(head.id(), head.revision()),
                                (_, before) -> upToNow(head, before == null ? rows.followed(head.id()) : before)))
                .customers();
    }

    private Followed upToNow(Head head, Followed before) {
        if (customers.identityMark() == before.mark()) {
            return before;
        }
        IdentityMoves moves = customers.moves(before.mark());
        if (moves.customers().isEmpty()) {
            return before;
        }
        Followed now = new Followed(moves.mark(), followed(head, before, moves));
        if (moves.customers().size() >= KEPT_AFTER) {
            rows.keep(head, now);
        }
        return now;
    }

    /// Both sides of each change go, and whoever owns one of the listed numbers among theirs comes.
    private RoaringBitmap followed(Head head, Followed before, IdentityMoves moves) {
        RoaringBitmap numbers = rows.numbers(head.id());
        RoaringBitmap now = before.customers().clone();
        List<CustomerNo> moved = new ArrayList<>(moves.customers());
        Set<CustomerNo> concerned = new HashSet<>(moved);
        for (int from = 0; from < moved.size(); from += AT_ONCE) {
            concerned.addAll(customers
                    .current(moved.subList(from, Math.min(moved.size(), from + AT_ONCE)))
                    .values());
        }
        concerned.forEach(customer -> now.remove(customer.value()));
        List<CustomerNo> asked = new ArrayList<>(concerned);
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            Map<CustomerNo, CustomerNo> owners =
                    customers.numbers(asked.subList(from, Math.min(asked.size(), from + AT_ONCE)));
            owners.forEach((number, customer) -> {
                if (numbers.contains(number.value())) {
                    now.add(customer.value());
                }
            });
        }
        return now;
    }

    private static int weight(Revision revision, Followed followed) {
        return Math.toIntExact(
                Math.min(Integer.MAX_VALUE, 100 + followed.customers().getLongSizeInBytes()));
    }
}
