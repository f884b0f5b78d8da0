package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.BROADCAST_SET;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Whom planning put where. Ten million suppressed customers are a megabyte here and would be ten million rows
/// otherwise.
@Component
public class CustomerSets {

    public static final String TREATED = "treated";
    public static final String HOLDOUT = "holdout";
    public static final String SUPPRESSED = "suppressed:";

    private final DSLContext database;

    CustomerSets(DSLContext database) {
        this.database = database;
    }

    void replace(long broadcast, Map<String, RoaringBitmap> sets) {
        database.deleteFrom(BROADCAST_SET)
                .where(BROADCAST_SET.BROADCAST_ID.eq(broadcast))
                .execute();
        sets.forEach((kind, members) -> database.insertInto(BROADCAST_SET)
                .set(BROADCAST_SET.BROADCAST_ID, broadcast)
                .set(BROADCAST_SET.KIND, kind)
                .set(BROADCAST_SET.MEMBERS, bytes(members))
                .set(BROADCAST_SET.SIZE, members.getCardinality())
                .execute());
    }

    /// The set of that kind; empty when there is none.
    public RoaringBitmap get(long broadcast, String kind) {
        return database.select(BROADCAST_SET.MEMBERS)
                .from(BROADCAST_SET)
                .where(BROADCAST_SET.BROADCAST_ID.eq(broadcast))
                .and(BROADCAST_SET.KIND.eq(kind))
                .fetchOptional(row -> bitmap(row.value1()))
                .orElseGet(RoaringBitmap::new);
    }

    /// Reason → everyone left out for it.
    public Map<String, RoaringBitmap> suppressed(long broadcast) {
        Map<String, RoaringBitmap> sets = new LinkedHashMap<>();
        database.select(BROADCAST_SET.KIND, BROADCAST_SET.MEMBERS)
                .from(BROADCAST_SET)
                .where(BROADCAST_SET.BROADCAST_ID.eq(broadcast))
                .and(BROADCAST_SET.KIND.startsWith(SUPPRESSED))
                .orderBy(BROADCAST_SET.KIND)
                .forEach(row -> sets.put(row.value1().substring(SUPPRESSED.length()), bitmap(row.value2())));
        return sets;
    }

    private static byte[] bytes(RoaringBitmap set) {
        try {
            set.runOptimize();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(set.serializedSizeInBytes());
            set.serialize(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RoaringBitmap bitmap(byte[] bytes) {
        try {
            RoaringBitmap set = new RoaringBitmap();
            set.deserialize(new DataInputStream(new ByteArrayInputStream(bytes)));
            return set;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
