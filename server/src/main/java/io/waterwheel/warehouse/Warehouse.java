package io.waterwheel.warehouse;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.roaringbitmap.RoaringBitmap;

/// The columnar copy of the log. Two implementations carry it: DuckDB in the process, Spark over Parquet when
/// outgrown. Tables are in `db/warehouse/schema.sql`; statements are plain ANSI SQL with every time resolved to a
/// literal.
public interface Warehouse {

    /// Runs a read on a connection of its own, on one consistent state.
    <T> T read(Function<DSLContext, T> question);

    /// The last log position that answers include.
    long position();

    /// Whose rows of some tables differ between two versions (`feed.version`), and perhaps a few more.
    ///
    /// @return the caller's own; empty when that is not known any more
    Optional<RoaringBitmap> changed(Set<WarehouseTable> tables, long after, long upTo);

    /// When the newest event that answers include was written.
    Instant dataAt();

    /// Waits until answers include everything that is in the log now.
    ///
    /// @return whether that was reached in time
    boolean catchUp(Duration most);
}
