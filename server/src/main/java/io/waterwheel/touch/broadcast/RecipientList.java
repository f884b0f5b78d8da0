package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.channel.Channels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Who got a broadcast, and who did not and why.
@Component
public class RecipientList {

    private static final Set<String> STATES = Set.of("pending", "sent", "delivered", "failed", "unknown", "cancelled");

    private final DSLContext database;
    private final BroadcastRows rows;
    private final CustomerSets sets;
    private final Customers customers;
    private final Channels channels;

    RecipientList(DSLContext database, BroadcastRows rows, CustomerSets sets, Customers customers, Channels channels) {
        this.database = database;
        this.rows = rows;
        this.sets = sets;
        this.customers = customers;
        this.channels = channels;
    }

    /// @param state a recipient's state, or `holdout`, `suppressed`, `clicked`; null for all recipients
    public Page<RecipientRow> list(Brand brand, BroadcastId id, @Nullable String state, PageRequest page) {
        BroadcastRow broadcast = rows.get(brand, id);
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        int after = cursor == null ? 0 : Math.toIntExact(cursor.number(0));
        List<RecipientRow> found = switch (Objects.requireNonNullElse(state, "")) {
            case "holdout" -> held(id.value(), after, page.size() + 1);
            case "suppressed" -> suppressed(id.value(), after, page.size() + 1);
            default -> recipients(id.value(), state, after, page.size() + 1);
        };
        Page<RecipientRow> bare =
                Page.of(found, page.size(), row -> Cursor.of(row.customerNo().value()));
        return named(brand, broadcast, bare);
    }

    private List<RecipientRow> recipients(long broadcast, @Nullable String state, int after, int limit) {
        Condition which = RECIPIENT.BROADCAST_ID.eq(broadcast).and(RECIPIENT.CUSTOMER_NO.gt(after));
        if ("clicked".equals(state)) {
            which = which.and(RECIPIENT.CLICKED_AT.isNotNull());
        } else if (state != null && !state.isEmpty()) {
            if (!STATES.contains(state)) {
                throw new Problem(KernelProblem.MALFORMED).with("reason", "state");
            }
            which = which.and(RECIPIENT.STATE.eq(state));
        }
        return database.select(
                        RECIPIENT.CUSTOMER_NO,
                        RECIPIENT.STATE,
                        RECIPIENT.REASON,
                        DSL.coalesce(DISPATCH.SENDER, RECIPIENT.SENDER),
                        RECIPIENT.SENT_AT,
                        RECIPIENT.DELIVERED_AT,
                        RECIPIENT.CLICKED_AT)
                .from(RECIPIENT)
                .leftJoin(DISPATCH)
                .on(DISPATCH.ID.eq(RECIPIENT.DISPATCH_ID))
                .where(which)
                .orderBy(RECIPIENT.CUSTOMER_NO)
                .limit(limit)
                .fetch(RecipientList::row);
    }

    private static RecipientRow row(Record row) {
        return new RecipientRow(
                new CustomerNo(row.get(RECIPIENT.CUSTOMER_NO)),
                null,
                row.get(RECIPIENT.STATE),
                row.get(RECIPIENT.REASON),
                row.get(3, String.class),
                row.get(RECIPIENT.SENT_AT),
                row.get(RECIPIENT.DELIVERED_AT),
                row.get(RECIPIENT.CLICKED_AT));
    }

    private List<RecipientRow> held(long broadcast, int after, int limit) {
        return numbers(sets.get(broadcast, CustomerSets.HOLDOUT), after, limit).stream()
                .map(number -> left(number, "holdout", null))
                .toList();
    }

    private List<RecipientRow> suppressed(long broadcast, int after, int limit) {
        Map<String, RoaringBitmap> reasons = sets.suppressed(broadcast);
        RoaringBitmap all = new RoaringBitmap();
        reasons.values().forEach(all::or);
        return numbers(all, after, limit).stream()
                .map(number -> left(
                        number,
                        "suppressed",
                        reasons.entrySet().stream()
                                .filter(entry -> entry.getValue().contains(number))
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static List<Integer> numbers(RoaringBitmap set, int after, int limit) {
        List<Integer> numbers = new ArrayList<>();
        PeekableIntIterator each = set.getIntIterator();
        each.advanceIfNeeded(after + 1);
        while (each.hasNext() && numbers.size() < limit) {
            numbers.add(each.next());
        }
        return numbers;
    }

    private static RecipientRow left(int number, String state, @Nullable String reason) {
        return new RecipientRow(new CustomerNo(number), null, state, reason, null, null, null, null);
    }

    private Page<RecipientRow> named(Brand brand, BroadcastRow broadcast, Page<RecipientRow> page) {
        Map<CustomerNo, CustomerRow> known =
                customers
                        .rows(
                                brand.id(),
                                page.items().stream()
                                        .map(RecipientRow::customerNo)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerRow::customerNo, Function.identity()));
        Set<String> guides = page.items().stream()
                .map(RecipientRow::guide)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        channels.find(broadcast.channel()).ifPresent(channel -> names.putAll(channel.senderNames(brand, guides)));
        return page.map(row -> {
            CustomerRow customer = known.get(row.customerNo());
            String guide = row.guide();
            return new RecipientRow(
                    row.customerNo(),
                    customer == null ? null : customer.name(),
                    row.state(),
                    row.reason(),
                    guide == null ? null : names.getOrDefault(guide, guide),
                    row.sentAt(),
                    row.deliveredAt(),
                    row.clickedAt());
        });
    }
}
