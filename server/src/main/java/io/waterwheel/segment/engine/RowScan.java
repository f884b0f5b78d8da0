package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.day;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.year;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.StandardAttribute;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;

/// Leaves that single rows answer: whoever has a row like that meets the leaf. All of those about one table are
/// answered in one scan of it, each as a bit of a number that the database makes for every row.
final class RowScan {

    /// So many bits does a number have that is not negative.
    private static final int TOGETHER = Long.SIZE - 1;

    private final DSLContext context;
    private final Condition mine;

    RowScan(DSLContext context, BrandId brand) {
        this.context = context;
        this.mine = BRAND_ID.eq(inline(brand.value()));
    }

    /// @param those of its rows
    private record Rows(Table<Record> table, Condition those) {}

    private record Asked(Leaf leaf, Condition those) {}

    boolean takes(Leaf leaf) {
        return rows(leaf).isPresent();
    }

    Map<Leaf, RoaringBitmap> customers(Collection<Leaf> leaves) {
        Map<Table<Record>, List<Asked>> alike = new HashMap<>();
        for (Leaf leaf : leaves) {
            Rows rows = rows(leaf).orElseThrow(() -> new IllegalArgumentException("no single row answers " + leaf));
            alike.computeIfAbsent(rows.table(), _ -> new ArrayList<>()).add(new Asked(leaf, rows.those()));
        }
        Map<Leaf, RoaringBitmap> answers = new HashMap<>();
        alike.forEach((table, asked) -> {
            for (int i = 0; i < asked.size(); i += TOGETHER) {
                together(table, asked.subList(i, Math.min(i + TOGETHER, asked.size())), answers);
            }
        });
        return answers;
    }

    private void together(Table<Record> table, List<Asked> asked, Map<Leaf, RoaringBitmap> answers) {
        if (asked.size() == 1) {
            Asked only = asked.getFirst();
            answers.put(
                    only.leaf(),
                    CustomerSet.of(context.select(CUSTOMER_NO).from(table).where(only.those())));
            return;
        }
        Field<Long> which = inline(0L);
        for (int i = 0; i < asked.size(); i++) {
            which = which.plus(when(asked.get(i).those(), inline(1L << i)).otherwise(inline(0L)));
        }
        RoaringBitmap[] sets = CustomerSet.several(
                context.select(CUSTOMER_NO, field("cast({0} as bigint)", Long.class, which))
                        .from(table)
                        .where(or(asked.stream().map(Asked::those).toList())),
                asked.size());
        for (int i = 0; i < sets.length; i++) {
            answers.put(asked.get(i).leaf(), sets[i]);
        }
    }

    private Optional<Rows> rows(Leaf leaf) {
        return switch (leaf) {
            case Leaf.Known() -> relations(trueCondition());
            case Leaf.Joined(Interval window) -> relations(LeafScan.within(MEMBER_SINCE, window));
            case Leaf.Tagged(long tag) -> Optional.of(new Rows(TAG, mine.and(TAG_ID.eq(inline(tag)))));
            case Leaf.Reached touchpoint
            when touchpoint.guides().isEmpty() ->
                relations(TouchpointScan.column(touchpoint).isTrue());
            case Leaf.Anniversary asked ->
                asked.attribute() == StandardAttribute.BIRTHDAY
                        ? Optional.of(new Rows(CUSTOMER, comesRound(BIRTHDAY, asked)))
                        : relations(comesRound(MEMBER_DAY, asked));
            case Leaf.Compared asked
            when asked.attribute() instanceof StandardAttribute attribute -> compared(attribute, asked);
            // What is left puts rows together, or chooses among values first.
            default -> Optional.empty();
        };
    }

    private Optional<Rows> compared(StandardAttribute attribute, Leaf.Compared asked) {
        return switch (attribute) {
            case CITY, PROVINCE, GENDER -> Optional.empty();
            // The canonical question about a yes-or-no attribute is always whether it is true.
            case REACHABLE_BY_WECOM -> relations(WECOM.isTrue());
            case REACHABLE_BY_EMAIL -> relations(EMAIL.isTrue());
            case BIRTHDAY -> Optional.of(new Rows(CUSTOMER, DayComparison.of(BIRTHDAY, asked)));
            case MEMBER_SINCE -> relations(DayComparison.ofInstant(MEMBER_SINCE, asked));
            case FIRST_SEEN_AT -> relations(DayComparison.ofInstant(FIRST_SEEN_AT, asked));
            case LAST_SEEN_AT -> relations(DayComparison.ofInstant(LAST_SEEN_AT, asked));
        };
    }

    private Optional<Rows> relations(Condition those) {
        return Optional.of(new Rows(RELATION, mine.and(those)));
    }

    private static Condition comesRound(Field<LocalDate> known, Leaf.Anniversary asked) {
        Field<Integer> inYear = month(known).mul(inline(100)).add(day(known));
        return or(asked.days().entrySet().stream()
                .map(year -> year(known)
                        .lt(inline(year.getKey()))
                        .and(inYear.in(year.getValue().stream().map(DSL::inline).toList())))
                .toList());
    }
}
