package io.waterwheel.customer.tag;

import static io.waterwheel.customer.generated.Tables.CUSTOMER_TAG;

import io.waterwheel.customer.generated.tables.CustomerTag;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Writes sides of tags into their rows, and says anew which of them a customer has.
final class CustomerTagRows {

    private CustomerTagRows() {}

    record Key(short brand, int customer, long tag) {}

    /// Joins what is given with what is there; joining it again changes nothing.
    static void join(DSLContext transaction, Map<Key, TagSides> given) {
        if (given.isEmpty()) {
            return;
        }
        Map<Key, TagSides> all = new LinkedHashMap<>(given);
        known(transaction, given).forEach((key, known) -> all.merge(key, known, TagSides::with));
        write(transaction, all);
        settle(transaction, all);
    }

    /// Only the log's one writer changes these rows, so what is read stays true until it is written.
    private static Map<Key, TagSides> known(DSLContext transaction, Map<Key, TagSides> given) {
        RowSet keys = new RowSet(CUSTOMER_TAG.BRAND_ID, CUSTOMER_TAG.CUSTOMER_NO, CUSTOMER_TAG.TAG_ID);
        given.keySet().forEach(key -> keys.row(key.brand, key.customer, key.tag));
        RowSet.Given asked = keys.as("asked");
        Map<Key, TagSides> known = new LinkedHashMap<>();
        transaction
                .select(CUSTOMER_TAG.fields())
                .from(CUSTOMER_TAG)
                .join(asked.table())
                .on(CUSTOMER_TAG.BRAND_ID.eq(asked.field(CUSTOMER_TAG.BRAND_ID)))
                .and(CUSTOMER_TAG.CUSTOMER_NO.eq(asked.field(CUSTOMER_TAG.CUSTOMER_NO)))
                .and(CUSTOMER_TAG.TAG_ID.eq(asked.field(CUSTOMER_TAG.TAG_ID)))
                .forEach(row -> known.put(key(row), sides(row)));
        return known;
    }

    static Key key(Record row) {
        return new Key(row.get(CUSTOMER_TAG.BRAND_ID), row.get(CUSTOMER_TAG.CUSTOMER_NO), row.get(CUSTOMER_TAG.TAG_ID));
    }

    static TagSides sides(Record row) {
        return new TagSides(
                row.get(CUSTOMER_TAG.GROUP_ID),
                row.get(CUSTOMER_TAG.SINGLE),
                side(
                        row.get(CUSTOMER_TAG.ADDED_AT),
                        row.get(CUSTOMER_TAG.VALUE),
                        row.get(CUSTOMER_TAG.ADDED_ORIGIN),
                        row.get(CUSTOMER_TAG.ADDED_BY)),
                side(
                        row.get(CUSTOMER_TAG.REMOVED_AT),
                        null,
                        row.get(CUSTOMER_TAG.REMOVED_ORIGIN),
                        row.get(CUSTOMER_TAG.REMOVED_BY)));
    }

    private static TagSides.@Nullable Side side(
            @Nullable Instant at, @Nullable String value, @Nullable String origin, @Nullable String by) {
        return at == null ? null : new TagSides.Side(at, value, Objects.requireNonNullElse(origin, "manual"), by);
    }

    private static void write(DSLContext transaction, Map<Key, TagSides> all) {
        RowSet rows = new RowSet(CUSTOMER_TAG.fields());
        all.forEach((key, sides) -> {
            TagSides.Side added = sides.added();
            TagSides.Side removed = sides.removed();
            rows.row(
                    key.brand,
                    key.customer,
                    key.tag,
                    sides.group(),
                    sides.single(),
                    added == null ? null : added.at(),
                    added == null ? null : added.value(),
                    added == null ? null : added.origin(),
                    added == null ? null : added.by(),
                    removed == null ? null : removed.at(),
                    removed == null ? null : removed.origin(),
                    removed == null ? null : removed.by(),
                    false);
        });
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(CUSTOMER_TAG, CUSTOMER_TAG.fields())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflict(CUSTOMER_TAG.BRAND_ID, CUSTOMER_TAG.CUSTOMER_NO, CUSTOMER_TAG.TAG_ID)
                .doUpdate()
                .set(CUSTOMER_TAG.ADDED_AT, DSL.excluded(CUSTOMER_TAG.ADDED_AT))
                .set(CUSTOMER_TAG.VALUE, DSL.excluded(CUSTOMER_TAG.VALUE))
                .set(CUSTOMER_TAG.ADDED_ORIGIN, DSL.excluded(CUSTOMER_TAG.ADDED_ORIGIN))
                .set(CUSTOMER_TAG.ADDED_BY, DSL.excluded(CUSTOMER_TAG.ADDED_BY))
                .set(CUSTOMER_TAG.REMOVED_AT, DSL.excluded(CUSTOMER_TAG.REMOVED_AT))
                .set(CUSTOMER_TAG.REMOVED_ORIGIN, DSL.excluded(CUSTOMER_TAG.REMOVED_ORIGIN))
                .set(CUSTOMER_TAG.REMOVED_BY, DSL.excluded(CUSTOMER_TAG.REMOVED_BY))
                .execute();
    }

    /// A tag that was put on in a single-choice group ends the others of it, also when it is taken off again.
    private static void settle(DSLContext transaction, Map<Key, TagSides> changed) {
        RowSet touched = new RowSet(CUSTOMER_TAG.BRAND_ID, CUSTOMER_TAG.CUSTOMER_NO);
        changed.keySet().stream()
                .map(key -> new Key(key.brand, key.customer, 0))
                .distinct()
                .forEach(key -> touched.row(key.brand, key.customer));
        RowSet.Given given = touched.as("touched");
        CustomerTag each = CUSTOMER_TAG.as("each");
        Field<Integer> place = DSL.rowNumber()
                .over()
                .partitionBy(each.BRAND_ID, each.CUSTOMER_NO, each.GROUP_ID)
                .orderBy(each.ADDED_AT.desc().nullsLast(), each.TAG_ID.desc());
        Condition on = each.ADDED_AT.isNotNull().and(each.REMOVED_AT.isNull().or(each.ADDED_AT.gt(each.REMOVED_AT)));
        var ranked = DSL.select(
                        each.BRAND_ID,
                        each.CUSTOMER_NO,
                        each.TAG_ID,
                        DSL.field(on).as("is_on"),
                        place.as("place"))
                .from(each)
                .join(given.table())
                .on(each.BRAND_ID.eq(given.field(CUSTOMER_TAG.BRAND_ID)))
                .and(each.CUSTOMER_NO.eq(given.field(CUSTOMER_TAG.CUSTOMER_NO)))
                .asTable("ranked");
        Condition has = DSL.condition(DSL.field(DSL.name("ranked", "is_on"), Boolean.class))
                .and(CUSTOMER_TAG
                        .SINGLE
                        .isFalse()
                        .or(DSL.field(DSL.name("ranked", "place"), Integer.class)
                                .eq(1)));
        transaction
                .update(CUSTOMER_TAG)
                .set(CUSTOMER_TAG.PRESENT, DSL.field(has))
                .from(ranked)
                .where(CUSTOMER_TAG.BRAND_ID.eq(ranked.field(each.BRAND_ID)))
                .and(CUSTOMER_TAG.CUSTOMER_NO.eq(ranked.field(each.CUSTOMER_NO)))
                .and(CUSTOMER_TAG.TAG_ID.eq(ranked.field(each.TAG_ID)))
                .and(CUSTOMER_TAG.PRESENT.ne(DSL.field(has)))
                .execute();
    }
}
