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
import java.util.EnumMap;
import java.util.HashMap;
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
    private final SpentByOthers others;
    private final JsonMapper json;

    Statements(DSLContext database, SpentByOthers others, JsonMapper json) {
        this.database = database;
        this.others = others;
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
        Map<Long, Map<Side, Long>> moved = moved(entries, numbers);
        Map<Integer, String> names = others.names(brand, entries, numbers);
        Set<Integer> own = Set.of(numbers);
        return Page.of(entries, page.size(), entry -> Cursor.of(entry.getId())).map(entry -> {
            Map<Side, Long> theirs = moved.getOrDefault(entry.getId(), Map.of());
            return own.contains(entry.getOpenedNo())
                    ? line(entry, theirs, locale)
                    : byAnother(entry, theirs, names.get(entry.getOpenedNo()), locale);
        });
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

    private Map<Long, Map<Side, Long>> moved(List<EntryRecord> entries, Integer[] numbers) {
        Map<Long, Map<Side, Long>> moved = new HashMap<>();
        database.select(POSTING.ENTRY_ID, POSTING.ACCOUNT, POSTING.AMOUNT)
                .from(POSTING)
                .where(
                        POSTING.ENTRY_ID.eq(
                                DSL.any(entries.stream().map(EntryRecord::getId).toArray(Long[]::new))),
                        POSTING.OPENED_NO.eq(DSL.any(numbers)))
                .forEach(row -> moved.computeIfAbsent(row.value1(), _ -> new EnumMap<>(Side.class))
                        .merge(Side.of(row.value2()), row.value3(), Long::sum));
        return moved;
    }

    private static StatementLine byAnother(
            EntryRecord entry, Map<Side, Long> moved, @Nullable String name, Locale locale) {
        long available = moved.getOrDefault(Side.AVAILABLE, 0L);
        long frozen = moved.getOrDefault(Side.FROZEN, 0L);
        return new StatementLine(
                entry.getId(),
                entry.getAt(),
                entry.getBookedAt(),
                entry.getKind(),
                Math.max(Math.abs(available), Math.abs(frozen)),
                available,
                moved.getOrDefault(Side.PENDING, 0L),
                frozen,
                -moved.getOrDefault(Side.DEBT, 0L),
                "shared",
                Map.of(),
                SpentByOthers.words(name, moved).in(locale));
    }

    private StatementLine line(EntryRecord entry, Map<Side, Long> moved, Locale locale) {
        Map<String, String> values = json.readValue(entry.getDetails().data(), new TypeReference<>() {});
        return new StatementLine(
                entry.getId(),
                entry.getAt(),
                entry.getBookedAt(),
                entry.getKind(),
                entry.getPoints(),
                moved.getOrDefault(Side.AVAILABLE, 0L),
                moved.getOrDefault(Side.PENDING, 0L),
                moved.getOrDefault(Side.FROZEN, 0L),
                -moved.getOrDefault(Side.DEBT, 0L),
                entry.getReason(),
                values,
                ReasonWords.of(entry.getReason(), values, entry.getAsked()).in(locale));
    }
}
