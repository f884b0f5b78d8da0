package io.waterwheel.journey.count;

import static io.waterwheel.journey.generated.Tables.NODE_TALLY;
import static io.waterwheel.journey.generated.Tables.NODE_TALLY_ENTRY;
import static io.waterwheel.journey.generated.Tables.RUN;

import io.waterwheel.kernel.postgres.RowSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/// The numbers of journeys. Whoever moves runs adds what changed in the transaction of the move, so that a
/// batch that is lost counts nothing and one that comes again nothing twice; [TallySweep] sums up. A look costs
/// some rows for each node, however many runs there are.
@Component
public class Tallies {

    private static final int PIECE = 20_000;
    private static final Field<Long> COUNT = DSL.field("count", SQLDataType.BIGINT);

    private final DSLContext database;

    Tallies(DSLContext database) {
        this.database = database;
    }

    /// Adds rows and waits for nobody.
    public static void add(DSLContext transaction, Map<TallyKey, Long> changes) {
        RowSet rows = new RowSet(
                NODE_TALLY_ENTRY.JOURNEY_ID,
                NODE_TALLY_ENTRY.VERSION,
                NODE_TALLY_ENTRY.NODE,
                NODE_TALLY_ENTRY.WHAT,
                NODE_TALLY_ENTRY.EXIT,
                NODE_TALLY_ENTRY.COUNT);
        new TreeMap<>(changes)
                .forEach((key, count) -> rows.row(
                        key.journey(), key.version(), key.node(), key.what().code(), key.exit(), count));
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            transaction
                    .insertInto(NODE_TALLY_ENTRY, given.columns().toArray(Field<?>[]::new))
                    .select(DSL.select(given.fields()).from(given.table()))
                    .execute();
        }
    }

    /// Every number of a journey, in one statement, so that all are of one moment.
    public JourneyTally of(long journey) {
        Map<TallyKey, Long> counts = new HashMap<>();
        Map<TallyKey, Long> aside = new HashMap<>();
        String put = "aside";
        database.select(
                        NODE_TALLY.VERSION,
                        NODE_TALLY.NODE,
                        NODE_TALLY.WHAT,
                        NODE_TALLY.EXIT,
                        NODE_TALLY.COUNT.as(COUNT))
                .from(NODE_TALLY)
                .where(NODE_TALLY.JOURNEY_ID.eq(journey))
                .unionAll(DSL.select(
                                NODE_TALLY_ENTRY.VERSION,
                                NODE_TALLY_ENTRY.NODE,
                                NODE_TALLY_ENTRY.WHAT,
                                NODE_TALLY_ENTRY.EXIT,
                                DSL.sum(NODE_TALLY_ENTRY.COUNT).cast(SQLDataType.BIGINT))
                        .from(NODE_TALLY_ENTRY)
                        .where(NODE_TALLY_ENTRY.JOURNEY_ID.eq(journey))
                        .groupBy(
                                NODE_TALLY_ENTRY.VERSION,
                                NODE_TALLY_ENTRY.NODE,
                                NODE_TALLY_ENTRY.WHAT,
                                NODE_TALLY_ENTRY.EXIT))
                .unionAll(DSL.select(
                                RUN.VERSION,
                                RUN.NODE,
                                DSL.inline(put),
                                DSL.inline(""),
                                DSL.count().cast(SQLDataType.BIGINT))
                        .from(RUN)
                        .where(RUN.JOURNEY_ID.eq(journey))
                        .and(RUN.STATE.eq(DSL.inline(put)))
                        .groupBy(RUN.VERSION, RUN.NODE))
                .forEach(row -> {
                    if (row.value3().equals(put)) {
                        aside.put(TallyKey.of(journey, row.value1(), row.value2(), Counted.CAME), row.value5());
                    } else {
                        counts.merge(
                                new TallyKey(
                                        journey, row.value1(), row.value2(), Counted.of(row.value3()), row.value4()),
                                row.value5(),
                                Long::sum);
                    }
                });
        return new JourneyTally(journey, counts, aside);
    }

    /// How many are inside each of these journeys, by version.
    public Map<Long, Map<Integer, Long>> inside(Collection<Long> journeys) {
        Long[] ids = journeys.toArray(Long[]::new);
        String entered = Counted.ENTERED.code();
        String[] both = {entered, Counted.ENDED.code()};
        Map<Long, Map<Integer, Long>> inside = new HashMap<>();
        database.select(
                        NODE_TALLY.JOURNEY_ID,
                        NODE_TALLY.VERSION,
                        DSL.when(NODE_TALLY.WHAT.eq(entered), NODE_TALLY.COUNT)
                                .otherwise(NODE_TALLY.COUNT.neg())
                                .as(COUNT))
                .from(NODE_TALLY)
                .where(NODE_TALLY.JOURNEY_ID.eq(DSL.any(ids)))
                .and(NODE_TALLY.NODE.eq(""))
                .and(NODE_TALLY.WHAT.in(both))
                .unionAll(DSL.select(
                                NODE_TALLY_ENTRY.JOURNEY_ID,
                                NODE_TALLY_ENTRY.VERSION,
                                DSL.when(NODE_TALLY_ENTRY.WHAT.eq(entered), NODE_TALLY_ENTRY.COUNT)
                                        .otherwise(NODE_TALLY_ENTRY.COUNT.neg()))
                        .from(NODE_TALLY_ENTRY)
                        .where(NODE_TALLY_ENTRY.JOURNEY_ID.eq(DSL.any(ids)))
                        .and(NODE_TALLY_ENTRY.NODE.eq(""))
                        .and(NODE_TALLY_ENTRY.WHAT.in(both)))
                .forEach(row -> inside.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                        .merge(row.value2(), row.value3(), Long::sum));
        return inside;
    }

    /// Moves a piece of what was added into the sums, in the caller's transaction.
    ///
    /// @return whether there may be more
    boolean sumUp() {
        var added = database.deleteFrom(NODE_TALLY_ENTRY)
                .where(NODE_TALLY_ENTRY.ID.in(DSL.select(NODE_TALLY_ENTRY.ID)
                        .from(NODE_TALLY_ENTRY)
                        .orderBy(NODE_TALLY_ENTRY.ID)
                        .limit(PIECE)
                        .forUpdate()
                        .skipLocked()))
                .returning()
                .fetch();
        // In order, so that two nodes that sum up never wait for each other in a circle.
        Map<TallyKey, Long> sums = new TreeMap<>();
        added.forEach(row -> sums.merge(
                new TallyKey(
                        row.getJourneyId(), row.getVersion(), row.getNode(), Counted.of(row.getWhat()), row.getExit()),
                row.getCount(),
                Long::sum));
        RowSet rows = new RowSet(NODE_TALLY.fields());
        sums.forEach((key, count) ->
                rows.row(key.journey(), key.version(), key.node(), key.what().code(), key.exit(), count));
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            database.insertInto(NODE_TALLY, NODE_TALLY.fields())
                    .select(DSL.select(given.fields()).from(given.table()))
                    .onConflict(
                            NODE_TALLY.JOURNEY_ID,
                            NODE_TALLY.VERSION,
                            NODE_TALLY.NODE,
                            NODE_TALLY.WHAT,
                            NODE_TALLY.EXIT)
                    .doUpdate()
                    .set(NODE_TALLY.COUNT, NODE_TALLY.COUNT.plus(DSL.excluded(NODE_TALLY.COUNT)))
                    .execute();
        }
        return added.size() == PIECE;
    }
}
