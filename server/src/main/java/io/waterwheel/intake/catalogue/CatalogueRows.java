package io.waterwheel.intake.catalogue;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.ImportId;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes and reads versions of catalogue rows. The newest of a code is in force.
@Component
public class CatalogueRows {

    private final DSLContext database;

    CatalogueRows(DSLContext database) {
        this.database = database;
    }

    /// One row of a file.
    ///
    /// @param facts in the order of [CatalogueTable#facts]
    public record Entry(String code, @Nullable Object[] facts) {}

    /// Writes those that tell something else than what is in force.
    ///
    /// @param entries   of different codes
    /// @param changedAt when the import began; the newest decides
    /// @return how many were written
    public int write(
            CatalogueTable kind,
            Brand brand,
            ImportId importId,
            String source,
            Instant changedAt,
            Collection<Entry> entries) {
        List<Field<?>> columns = new ArrayList<>(List.of(kind.code()));
        columns.addAll(kind.facts());
        RowSet rows = new RowSet(columns.toArray(Field[]::new));
        for (Entry entry : entries) {
            @Nullable Object[] values = new @Nullable Object[entry.facts().length + 1];
            values[0] = entry.code();
            System.arraycopy(entry.facts(), 0, values, 1, entry.facts().length);
            rows.row(values);
        }
        RowSet.Given given = rows.as("given");
        List<Field<?>> into =
                new ArrayList<>(List.of(kind.brand(), kind.importId(), kind.source(), kind.changedAt(), kind.code()));
        into.addAll(kind.facts());
        List<Field<?>> from = new ArrayList<>(
                List.of(DSL.val(brand.id().value()), DSL.val(importId.value()), DSL.val(source), DSL.val(changedAt)));
        from.addAll(given.fields());
        var update = database.insertInto(kind.table(), into)
                .select(DSL.select(from).from(given.table()).whereNotExists(same(kind, brand, given)))
                .onConflict(kind.brand(), kind.code(), kind.importId())
                .doUpdate()
                .set(kind.changedAt(), DSL.excluded(kind.changedAt()));
        for (Field<?> fact : kind.facts()) {
            update = set(update, fact);
        }
        return update.execute();
    }

    private static <T> org.jooq.InsertOnDuplicateSetMoreStep<?> set(
            org.jooq.InsertOnDuplicateSetMoreStep<?> update, Field<T> fact) {
        return update.set(fact, DSL.excluded(fact));
    }

    /// The version in force of a given code, if it tells the same.
    private static org.jooq.Select<?> same(CatalogueTable kind, Brand brand, RowSet.Given given) {
        Table<?> newest = DSL.select(kind.facts())
                .from(kind.table())
                .where(kind.brand().eq(brand.id().value()))
                .and(kind.code().eq(given.field(kind.code())))
                .orderBy(kind.changedAt().desc(), kind.importId().desc())
                .limit(1)
                .asTable("newest");
        return DSL.selectOne()
                .from(newest)
                .where(kind.facts().stream()
                        .map(fact -> equal(newest, given, fact))
                        .toList());
    }

    private static <T> Condition equal(Table<?> newest, RowSet.Given given, Field<T> fact) {
        Field<T> now = java.util.Objects.requireNonNull(newest.field(fact));
        return now.isNotDistinctFrom(given.field(fact));
    }

    /// Takes back what an import wrote; the versions before it are in force again.
    public int forget(CatalogueTable kind, ImportId importId) {
        return database.deleteFrom(kind.table())
                .where(kind.importId().eq(importId.value()))
                .execute();
    }

    /// The rows in force, by code.
    ///
    /// @param after only codes behind it
    /// @param q     the beginning of a code, or a part of a name
    public List<? extends Record> page(
            CatalogueTable kind, Brand brand, @Nullable String after, @Nullable String q, int limit) {
        Table<?> now = inForce(kind, brand, DSL.noCondition());
        Field<String> code = java.util.Objects.requireNonNull(now.field(kind.code()));
        Field<String> name = java.util.Objects.requireNonNull(now.field("name", String.class));
        Condition which = after == null ? DSL.noCondition() : code.gt(after);
        if (q != null && !q.isBlank()) {
            which = which.and(code.startsWith(q.strip()).or(name.containsIgnoreCase(q.strip())));
        }
        return database.selectFrom(now).where(which).orderBy(code).limit(limit).fetch();
    }

    /// The rows in force of some codes.
    List<? extends Record> of(CatalogueTable kind, Brand brand, Collection<String> codes) {
        return database.selectFrom(inForce(kind, brand, kind.code().eq(DSL.any(codes.toArray(String[]::new)))))
                .fetch();
    }

    private static Table<?> inForce(CatalogueTable kind, Brand brand, Condition which) {
        return DSL.select(Arrays.asList(kind.table().fields()))
                .distinctOn(kind.code())
                .from(kind.table())
                .where(kind.brand().eq(brand.id().value()))
                .and(which)
                .orderBy(kind.code(), kind.changedAt().desc(), kind.importId().desc())
                .asTable("now");
    }
}
