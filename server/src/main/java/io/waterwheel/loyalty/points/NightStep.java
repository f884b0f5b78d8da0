package io.waterwheel.loyalty.points;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// One statement that books what is due of many thousand lots: an entry for each account, a posting for each
/// lot. All of it stays inside the database, so memory does not depend on how many lots there are.
final class NightStep {

    private final DSLContext database;
    private final Brands brands;
    private final InstantSource clock;
    private final String sql;
    private final int most;
    private final @Nullable Brand only;

    /// @param sql  takes {0} now, {1} and {2} the place of the last lot, {3} how many, {4} the last entry's
    ///             number, {5} and {6} brands and their months, {7} the only brand or null; answers with the
    ///             place it has come to
    /// @param most lots in one step: the writer waits for it
    /// @param only null for all brands
    NightStep(DSLContext database, Brands brands, InstantSource clock, String sql, int most, @Nullable Brand only) {
        this.only = only;
        this.database = database;
        this.brands = brands;
        this.clock = clock;
        this.sql = sql;
        this.most = most;
    }

    /// How far a run has come. Lots that are behind are closed, but still in the way of whoever begins anew.
    ///
    /// @param lots how many were booked so far
    record Place(Instant at, long lot, long lots) {

        static final Place BEGIN = new Place(Instant.EPOCH, 0, 0);
    }

    /// Books what is due next.
    ///
    /// @return null when nothing was
    @Nullable
    Place after(Place place) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            LedgerLock.take(transaction);
            Instant now = clock.instant();
            List<Brand> all = brands.all();
            Record came = transaction.fetchOne(
                    sql,
                    DSL.val(now),
                    DSL.val(place.at),
                    DSL.val(place.lot),
                    DSL.val(most),
                    DSL.val(BatchWriter.last(transaction)),
                    DSL.val(all.stream().map(brand -> brand.id().value()).toArray(Short[]::new)),
                    DSL.val(all.stream().map(brand -> brand.monthOf(now)).toArray(LocalDate[]::new)),
                    DSL.val(only == null ? null : only.id().value(), SQLDataType.SMALLINT));
            return came == null
                    ? null
                    : new Place(
                            came.get(0, Instant.class), came.get(1, Long.class), place.lots + came.get(2, Long.class));
        });
    }

    /// Books everything that is due.
    ///
    /// @return how many lots that was
    long all() {
        Place place = Place.BEGIN;
        for (Place next = after(place); next != null; next = after(place)) {
            place = next;
        }
        return place.lots;
    }
}
