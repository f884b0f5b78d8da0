package io.waterwheel.loyalty.points.report;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.MONTH_TOTAL;
import static io.waterwheel.loyalty.generated.Tables.POSTING;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.loyalty.points.EntryKind;
import io.waterwheel.loyalty.points.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds bookings, the latest first. What a key, an order or a member names is found along `entry_key`, the order's
/// earnings and payments, or `entry_of_account`. Days are read along `entry_of_day`, each kind by itself; there only
/// postings say which accounts a booking moved, so a page looks through no more than [#MOST_LOOKED] bookings and may
/// have fewer than were asked for, also none: its cursor leads on.
@Component
public class EntrySearch {

    private static final int STEP = 2_000;
    private static final int MOST_LOOKED = 20_000;
    private static final int MOST_OF_ORDER = 1_000;

    /// What was booked under an order's earnings and payments, and whatever refers to that.
    private static final String OF_ORDER = """
            with recursive named (key) as (
                select key from loyalty.earning where brand_id = {0} and order_number = {1}
                union all
                select 'till/' || id from loyalty.till_payment where brand_id = {0} and order_id = {1}),
            about (id) as (
                select e.id from named join loyalty.entry e on e.brand_id = {0} and e.key = named.key
                union
                select e.id from about join loyalty.entry e on e.refers_to = about.id)
            select id from about order by id desc limit {2}""";

    private final DSLContext database;
    private final EntryLines lines;

    EntrySearch(DSLContext database, EntryLines lines) {
        this.database = database;
        this.lines = lines;
    }

    /// Where a booking stands among the others.
    private record Place(Instant at, long entry) {

        static Place of(Record2<Instant, Long> row) {
            return new Place(row.value1(), row.value2());
        }

        static @Nullable Place of(@Nullable Cursor cursor) {
            return cursor == null ? null : new Place(cursor.instant(0), cursor.number(1));
        }

        Cursor cursor() {
            return Cursor.of(at, entry);
        }
    }

    /// @throws io.waterwheel.kernel.problem.Problem `invalid`, or `points-search-too-wide`
    public Page<EntryLine> of(Brand brand, EntryFilter filter, PageRequest page, Locale locale) {
        filter.check();
        Place after = Place.of(Cursor.decode(page.cursor(), 2));
        Page<Place> found = filter.few()
                ? Page.of(few(brand, filter, after, page.size() + 1), page.size(), Place::cursor)
                : ofDays(brand, filter, after, page.size());
        List<Long> ids = found.items().stream().map(Place::entry).toList();
        return new Page<>(lines.of(brand, ids, locale), found.next());
    }

    private List<Place> few(Brand brand, EntryFilter filter, @Nullable Place after, int most) {
        Condition which = condition(brand, filter);
        if (after != null) {
            which = which.and(ENTRY.ID.lt(after.entry));
        }
        Integer[] numbers = filter.member() == null ? null : numbers(brand, filter.member());
        if (numbers == null) {
            return places(which, most);
        }
        var own = select(which.and(ENTRY.OPENED_NO.eq(DSL.any(numbers))))
                .orderBy(ENTRY.ID.desc())
                .limit(most);
        var others = select(which.and(ENTRY.ID.in(DSL.select(POSTING.ENTRY_ID)
                        .from(POSTING)
                        .where(DSL.condition(POSTING.FOREIGN_ACCOUNT), POSTING.OPENED_NO.eq(DSL.any(numbers))))))
                .orderBy(ENTRY.ID.desc())
                .limit(most);
        return latest(own.union(others), most);
    }

    private Integer[] numbers(Brand brand, int customer) {
        return database.select(ACCOUNT.OPENED_NO)
                .from(ACCOUNT)
                .where(
                        ACCOUNT.CUSTOMER_NO.eq(customer),
                        ACCOUNT.BRAND_ID.eq(brand.id().value()))
                .fetchArray(ACCOUNT.OPENED_NO);
    }

    private List<Place> places(Condition which, int most) {
        return database.fetch(select(which).orderBy(ENTRY.ID.desc()).limit(most))
                .map(Place::of);
    }

    private Condition condition(Brand brand, EntryFilter filter) {
        Condition which = ENTRY.BRAND_ID.eq(brand.id().value());
        if (filter.key() != null) {
            which = which.and(ENTRY.KEY.eq(filter.key()));
        }
        if (filter.order() != null) {
            which = which.and(ENTRY.ID.eq(DSL.any(ofOrder(brand, filter.order()))));
        }
        if (filter.kind() != null) {
            which = which.and(ENTRY.KIND.eq(filter.kind()));
        }
        if (!filter.sides().isEmpty()) {
            which = which.and(DSL.exists(DSL.selectOne()
                    .from(POSTING)
                    .where(POSTING.ENTRY_ID.eq(ENTRY.ID), POSTING.ACCOUNT.in(codes(filter.sides())))));
        }
        return which.and(days(brand, filter));
    }

    private static Condition days(Brand brand, EntryFilter filter) {
        Instant begin = filter.begin(brand);
        Instant end = filter.end(brand);
        return (begin == null ? DSL.noCondition() : ENTRY.BOOKED_AT.ge(begin))
                .and(end == null ? DSL.noCondition() : ENTRY.BOOKED_AT.lt(end));
    }

    private Long[] ofOrder(Brand brand, String order) {
        return database.resultQuery(OF_ORDER, DSL.val(brand.id().value()), DSL.val(order), DSL.inline(MOST_OF_ORDER))
                .fetch(row -> row.get(0, Long.class))
                .toArray(Long[]::new);
    }

    private Page<Place> ofDays(Brand brand, EntryFilter filter, @Nullable Place after, int size) {
        Set<EntryKind> kinds = filter.kinds();
        Set<Side> sides = filter.sides();
        if (kinds.isEmpty() || !sides.isEmpty() && !moved(brand, filter)) {
            return new Page<>(List.of(), null);
        }
        int most = sides.isEmpty() ? size + 1 : STEP;
        List<Place> found = new ArrayList<>();
        Place from = after;
        for (int looked = 0; looked < MOST_LOOKED; looked += most) {
            List<Place> step = step(brand, filter, kinds, from, most);
            found.addAll(that(step, sides));
            if (found.size() > size || step.size() < most) {
                return Page.of(found, size, Place::cursor);
            }
            from = step.getLast();
        }
        return new Page<>(found, Objects.requireNonNull(from).cursor().encode());
    }

    /// Whether anything moved these accounts at all in the months of these days.
    private boolean moved(Brand brand, EntryFilter filter) {
        return database.fetchExists(
                MONTH_TOTAL,
                MONTH_TOTAL.BRAND_ID.eq(brand.id().value()),
                MONTH_TOTAL.ACCOUNT.in(codes(filter.sides())),
                MONTH_TOTAL.MONTH.between(
                        Objects.requireNonNull(filter.from()).withDayOfMonth(1),
                        Objects.requireNonNull(filter.until())));
    }

    /// The next bookings of these kinds, whatever they moved.
    private List<Place> step(Brand brand, EntryFilter filter, Set<EntryKind> kinds, @Nullable Place after, int most) {
        Condition which = ENTRY.BRAND_ID.eq(brand.id().value()).and(days(brand, filter));
        if (after != null) {
            which = which.and(DSL.row(ENTRY.BOOKED_AT, ENTRY.ID).lt(after.at, after.entry));
        }
        Select<Record2<Instant, Long>> all = null;
        for (EntryKind kind : kinds) {
            Select<Record2<Instant, Long>> one = select(which.and(ENTRY.KIND.eq(kind.code())))
                    .orderBy(ENTRY.BOOKED_AT.desc(), ENTRY.ID.desc())
                    .limit(most);
            all = all == null ? one : all.unionAll(one);
        }
        return latest(Objects.requireNonNull(all), most);
    }

    private List<Place> that(List<Place> step, Set<Side> sides) {
        if (sides.isEmpty()) {
            return step;
        }
        Set<Long> moved = database.selectDistinct(POSTING.ENTRY_ID)
                .from(POSTING)
                .where(
                        POSTING.ENTRY_ID.eq(
                                DSL.any(step.stream().map(Place::entry).toArray(Long[]::new))),
                        POSTING.ACCOUNT.in(codes(sides)))
                .fetchSet(POSTING.ENTRY_ID);
        return step.stream().filter(place -> moved.contains(place.entry)).toList();
    }

    private static SelectConditionStep<Record2<Instant, Long>> select(Condition which) {
        return DSL.select(ENTRY.BOOKED_AT, ENTRY.ID).from(ENTRY).where(which);
    }

    private List<Place> latest(Select<Record2<Instant, Long>> of, int most) {
        var all = of.asTable("found");
        return database.select(all.field(ENTRY.BOOKED_AT), all.field(ENTRY.ID))
                .from(all)
                .orderBy(all.field(ENTRY.BOOKED_AT).desc(), all.field(ENTRY.ID).desc())
                .limit(most)
                .fetch(Place::of);
    }

    private static List<String> codes(Set<Side> sides) {
        return sides.stream().map(Side::code).toList();
    }
}
