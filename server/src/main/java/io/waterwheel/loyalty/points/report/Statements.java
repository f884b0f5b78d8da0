package io.waterwheel.loyalty.points.report;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.POSTING;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.loyalty.generated.tables.records.EntryRecord;
import io.waterwheel.loyalty.points.Side;
import io.waterwheel.loyalty.points.report.EntryOwners.Owner;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What was booked for a customer, the latest first; of all accounts that are theirs now.
@Component
public class Statements {

    private final DSLContext database;
    private final EntryOwners owners;
    private final JsonMapper json;

    Statements(DSLContext database, EntryOwners owners, JsonMapper json) {
        this.database = database;
        this.owners = owners;
        this.json = json;
    }

    public Page<StatementLine> of(Brand brand, CustomerNo customer, PageRequest page, Locale locale) {
        Integer[] numbers = database.select(ACCOUNT.OPENED_NO)
                .from(ACCOUNT)
                .where(
                        ACCOUNT.CUSTOMER_NO.eq(customer.value()),
                        ACCOUNT.BRAND_ID.eq(brand.id().value()))
                .fetchArray(ACCOUNT.OPENED_NO);
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        List<EntryRecord> entries =
                entries(brand, numbers, cursor == null ? Long.MAX_VALUE : cursor.number(0), page.size() + 1);
        Set<Integer> own = Set.of(numbers);
        Map<Long, EntryMove> moved = moved(entries, own);
        Map<Integer, Owner> others = owners.of(brand, others(entries, moved, own));
        return Page.of(entries, page.size(), entry -> Cursor.of(entry.getId())).map(entry -> {
            EntryMove move = moved.getOrDefault(entry.getId(), new EntryMove());
            return own.contains(entry.getOpenedNo())
                    ? line(entry, move, others, locale)
                    : byAnother(entry, move.own(), others.get(entry.getOpenedNo()), locale);
        });
    }

    private static Set<Integer> others(List<EntryRecord> entries, Map<Long, EntryMove> moved, Set<Integer> own) {
        Set<Integer> others = new HashSet<>();
        for (EntryRecord entry : entries) {
            if (own.contains(entry.getOpenedNo())) {
                others.addAll(moved.getOrDefault(entry.getId(), new EntryMove())
                        .others()
                        .keySet());
            } else {
                others.add(entry.getOpenedNo());
            }
        }
        return others;
    }

    /// Of each of both: what was booked on these accounts, and what others' bookings took from them while
    /// they were one customer's, or shared an account.
    private List<EntryRecord> entries(Brand brand, Integer[] numbers, long before, int most) {
        var own = DSL.selectFrom(ENTRY)
                .where(ENTRY.BRAND_ID.eq(brand.id().value()), ENTRY.OPENED_NO.eq(DSL.any(numbers)), ENTRY.ID.lt(before))
                .orderBy(ENTRY.ID.desc())
                .limit(most);
        var others = DSL.selectFrom(ENTRY)
                .where(
                        ENTRY.BRAND_ID.eq(brand.id().value()),
                        ENTRY.ID.in(DSL.select(POSTING.ENTRY_ID)
                                .from(POSTING)
                                .where(
                                        DSL.condition(POSTING.FOREIGN_ACCOUNT),
                                        POSTING.OPENED_NO.eq(DSL.any(numbers)),
                                        POSTING.ENTRY_ID.lt(before))))
                .orderBy(ENTRY.ID.desc())
                .limit(most);
        var both = own.union(others).asTable("both");
        return database.selectFrom(both)
                .orderBy(both.field(ENTRY.ID).desc())
                .limit(most)
                .fetchInto(ENTRY);
    }

    private Map<Long, EntryMove> moved(List<EntryRecord> entries, Set<Integer> own) {
        Map<Long, EntryMove> moved = new HashMap<>();
        database.select(POSTING.ENTRY_ID, POSTING.ACCOUNT, POSTING.OPENED_NO, POSTING.AMOUNT)
                .from(POSTING)
                .where(
                        POSTING.ENTRY_ID.eq(
                                DSL.any(entries.stream().map(EntryRecord::getId).toArray(Long[]::new))),
                        POSTING.OPENED_NO.isNotNull())
                .forEach(row -> moved.computeIfAbsent(row.value1(), _ -> new EntryMove())
                        .add(own.contains(row.value3()), row.value3(), Side.of(row.value2()), row.value4()));
        return moved;
    }

    private static StatementLine byAnother(
            EntryRecord entry, Map<Side, Long> moved, @Nullable Owner spender, Locale locale) {
        long points = EntryMove.points(moved);
        return new StatementLine(
                entry.getId(),
                entry.getAt(),
                entry.getBookedAt(),
                entry.getKind(),
                points,
                moved.getOrDefault(Side.AVAILABLE, 0L),
                moved.getOrDefault(Side.PENDING, 0L),
                moved.getOrDefault(Side.FROZEN, 0L),
                -moved.getOrDefault(Side.DEBT, 0L),
                "shared",
                Map.of(),
                SharedWords.byAnother(spender == null ? null : spender.name(), moved)
                        .in(locale),
                spender == null ? List.of() : List.of(new PointsOf(spender.customer(), spender.name(), points)));
    }

    private StatementLine line(EntryRecord entry, EntryMove move, Map<Integer, Owner> others, Locale locale) {
        Map<String, String> values = json.readValue(entry.getDetails().data(), new TypeReference<>() {});
        return new StatementLine(
                entry.getId(),
                entry.getAt(),
                entry.getBookedAt(),
                entry.getKind(),
                entry.getPoints(),
                move.own().getOrDefault(Side.AVAILABLE, 0L),
                move.own().getOrDefault(Side.PENDING, 0L),
                move.own().getOrDefault(Side.FROZEN, 0L),
                -move.own().getOrDefault(Side.DEBT, 0L),
                entry.getReason(),
                values,
                ReasonWords.of(entry.getReason(), values, entry.getAsked()).in(locale)
                        + SharedWords.besides(move).in(locale),
                parts(move, others));
    }

    private static List<PointsOf> parts(EntryMove move, Map<Integer, Owner> owners) {
        Map<Owner, Long> parts = new HashMap<>();
        move.others().forEach((opened, moved) -> {
            Owner owner = owners.get(opened);
            if (owner != null) {
                parts.merge(owner, EntryMove.points(moved), Long::sum);
            }
        });
        return parts.entrySet().stream()
                .map(part ->
                        new PointsOf(part.getKey().customer(), part.getKey().name(), part.getValue()))
                .sorted(Comparator.comparing(PointsOf::points).reversed())
                .toList();
    }
}
