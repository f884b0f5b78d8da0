package io.waterwheel.warehouse;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/// Whose rows each version of the warehouse changed, as far back as there is room. It is kept in memory only: whoever
/// remembers an answer of an earlier version lives in the same process and starts with nothing as well.
public final class Changes {

    /// Enough for half an hour of a hundred customers every tenth of a second.
    private static final long ROOM = 16L << 20;

    private static final RoaringBitmap NOBODY = new RoaringBitmap();

    private final NavigableMap<Long, Map<WarehouseTable, RoaringBitmap>> customers = new TreeMap<>();
    private final long room;
    private long known;
    private long newest;
    private long bytes;

    /// @param version the one there is now: what later ones change will be known
    public Changes(long version) {
        this(version, ROOM);
    }

    Changes(long version, long room) {
        this.known = version;
        this.newest = version;
        this.room = room;
    }

    /// A version is about to become visible. When it does not, its number is used again.
    ///
    /// @param changed never changed afterwards
    public synchronized void add(long version, Map<WarehouseTable, RoaringBitmap> changed) {
        if (version > newest + 1) {
            forget(version - 1);
        }
        newest = Math.max(newest, version);
        Map<WarehouseTable, RoaringBitmap> before = customers.get(version);
        Map<WarehouseTable, RoaringBitmap> both = new EnumMap<>(WarehouseTable.class);
        both.putAll(changed);
        if (before != null) {
            bytes -= size(before);
            before.forEach((table, those) -> both.merge(table, those, (some, more) -> RoaringBitmap.or(some, more)));
        }
        customers.put(version, both);
        bytes += size(both);
        while (bytes > room) {
            Map.Entry<Long, Map<WarehouseTable, RoaringBitmap>> oldest = customers.pollFirstEntry();
            bytes -= size(oldest.getValue());
            known = oldest.getKey();
        }
    }

    /// So much was changed that nothing made before helps.
    public synchronized void forget(long version) {
        customers.clear();
        bytes = 0;
        known = version;
        newest = version;
    }

    /// Whose rows differ between two versions, and perhaps a few more.
    ///
    /// @return the caller's own; empty when it is not known so far back
    public synchronized Optional<RoaringBitmap> between(Set<WarehouseTable> tables, long after, long upTo) {
        if (after < known || upTo > newest) {
            return Optional.empty();
        }
        RoaringBitmap those = new RoaringBitmap();
        for (Map<WarehouseTable, RoaringBitmap> version :
                customers.subMap(after, false, upTo, true).values()) {
            for (WarehouseTable table : tables) {
                those.or(version.getOrDefault(table, NOBODY));
            }
        }
        return Optional.of(those);
    }

    private static long size(Map<WarehouseTable, RoaringBitmap> changed) {
        return changed.values().stream()
                        .mapToLong(RoaringBitmap::getLongSizeInBytes)
                        .sum()
                + 128;
    }
}
