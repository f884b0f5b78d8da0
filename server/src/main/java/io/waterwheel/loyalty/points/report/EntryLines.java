package io.waterwheel.loyalty.points.report;

import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.POSTING;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.generated.tables.records.EntryRecord;
import io.waterwheel.loyalty.points.Side;
import io.waterwheel.loyalty.points.report.EntryOwners.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Bookings by their numbers, with whose they are and what they moved, in three statements however many there are.
@Component
class EntryLines {

    private final DSLContext database;
    private final EntryOwners owners;
    private final JsonMapper json;

    EntryLines(DSLContext database, EntryOwners owners, JsonMapper json) {
        this.database = database;
        this.owners = owners;
        this.json = json;
    }

    /// In the order of the numbers.
    List<EntryLine> of(Brand brand, Collection<Long> entries, Locale locale) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Long[] ids = entries.toArray(Long[]::new);
        Map<Long, EntryRecord> rows = database.selectFrom(ENTRY)
                .where(ENTRY.ID.eq(DSL.any(ids)), ENTRY.BRAND_ID.eq(brand.id().value()))
                .fetchMap(ENTRY.ID);
        Map<Long, Map<Side, Long>> moved = moved(ids);
        Map<Integer, Owner> whose = owners.of(
                brand, rows.values().stream().map(EntryRecord::getOpenedNo).collect(Collectors.toSet()));
        List<EntryLine> lines = new ArrayList<>();
        for (Long id : entries) {
            EntryRecord row = rows.get(id);
            if (row != null) {
                lines.add(line(row, whose.get(row.getOpenedNo()), moved.getOrDefault(id, Map.of()), locale));
            }
        }
        return lines;
    }

    private Map<Long, Map<Side, Long>> moved(Long[] entries) {
        Map<Long, Map<Side, Long>> moved = new HashMap<>();
        database.select(POSTING.ENTRY_ID, POSTING.ACCOUNT, POSTING.AMOUNT)
                .from(POSTING)
                .where(POSTING.ENTRY_ID.eq(DSL.any(entries)))
                .forEach(row -> moved.computeIfAbsent(row.value1(), _ -> new EnumMap<>(Side.class))
                        .merge(Side.of(row.value2()), row.value3(), Long::sum));
        return moved;
    }

    private EntryLine line(EntryRecord entry, @Nullable Owner whose, Map<Side, Long> moved, Locale locale) {
        Map<String, Long> accounts = new LinkedHashMap<>();
        moved.forEach((side, amount) -> accounts.put(side.code(), amount));
        return new EntryLine(
                entry.getId(),
                entry.getKey(),
                entry.getKind(),
                whose == null ? null : whose.customer(),
                whose == null ? null : whose.name(),
                entry.getAsked(),
                entry.getPoints(),
                entry.getAt(),
                entry.getBookedAt(),
                ReasonWords.of(entry.getReason(), values(entry), entry.getAsked())
                        .in(locale),
                accounts);
    }

    Map<String, String> values(EntryRecord entry) {
        return json.readValue(entry.getDetails().data(), new TypeReference<>() {});
    }
}
