package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.POSTING;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/// What the ledger has already of a batch's keys, and of what its commands refer to.
///
/// @param all    those whose key is asked for or referred to, and those that refer to the latter
/// @param lots   of what is referred to
/// @param booked the keys among them
record KnownEntries(List<Entry> all, Set<Long> lots, Set<EntryKey> booked) {

    /// Nobody asks again why.
    private static final PointsReason STORED = PointsReason.of("stored");

    private static final SelectField<?>[] COLUMNS = {
        ENTRY.ID,
        ENTRY.BRAND_ID,
        ENTRY.KEY,
        ENTRY.KIND,
        ENTRY.OPENED_NO,
        ENTRY.ASKED,
        ENTRY.POINTS,
        ENTRY.AT,
        ENTRY.REFERS_TO
    };

    static KnownEntries read(DSLContext transaction, List<PointsCommand> commands) {
        Set<EntryKey> keys = new HashSet<>();
        Set<EntryKey> references = new HashSet<>();
        for (PointsCommand command : commands) {
            BrandId brand = command.occasion().brand();
            keys.add(new EntryKey(brand, command.occasion().key()));
            String reference = Bounds.reference(command);
            if (reference != null) {
                references.add(new EntryKey(brand, reference));
            }
        }
        keys.addAll(references);
        Map<Long, Entry> found = new HashMap<>();
        List<Long> referred = new ArrayList<>();
        Set<EntryKey> booked = new HashSet<>();
        Set<Long> lots = new HashSet<>();
        for (Entry entry : byKey(transaction, keys)) {
            found.put(entry.id(), entry);
            EntryKey key = new EntryKey(entry.account().brand(), entry.key() == null ? "" : entry.key());
            booked.add(key);
            if (references.contains(key)) {
                referred.add(entry.id());
                if (entry.kind() == EntryKind.EARN || entry.kind() == EntryKind.OPEN) {
                    lots.add(entry.id());
                }
            }
        }
        if (!referred.isEmpty()) {
            List<Entry> about = about(transaction, referred);
            about.forEach(entry -> found.put(entry.id(), entry));
            about.stream().filter(KnownEntries::moved).map(Entry::id).forEach(referred::add);
            postings(transaction, referred).forEach((id, postings) -> {
                Entry entry = found.get(id);
                if (entry != null && moved(entry)) {
                    found.put(id, with(entry, postings));
                    postings.forEach(posting -> {
                        if (posting.lot() != null) {
                            lots.add(posting.lot());
                        }
                    });
                }
            });
        }
        return new KnownEntries(List.copyOf(found.values()), lots, booked);
    }

    /// Whether an entry's postings say of which lots the points are that may come back.
    private static boolean moved(Entry entry) {
        return switch (entry.kind()) {
            case SPEND, FREEZE, CAPTURE, GIVE_BACK -> true;
            case EARN, OPEN, MATURE, RELEASE, TAKE_BACK, DEDUCT, EXPIRE -> false;
        };
    }

    private static List<Entry> byKey(DSLContext transaction, Set<EntryKey> keys) {
        RowSet rows = new RowSet(ENTRY.BRAND_ID, ENTRY.KEY);
        keys.forEach(key -> rows.row(key.brand().value(), key.key()));
        RowSet.Given given = rows.as("given");
        return transaction
                .select(COLUMNS)
                .from(given.table())
                .join(ENTRY)
                .on(ENTRY.BRAND_ID.eq(given.field(ENTRY.BRAND_ID)), ENTRY.KEY.eq(given.field(ENTRY.KEY)))
                .fetch(KnownEntries::entry);
    }

    private static List<Entry> about(DSLContext transaction, List<Long> ids) {
        return transaction
                .select(COLUMNS)
                .from(ENTRY)
                .where(ENTRY.REFERS_TO.eq(DSL.any(ids.toArray(Long[]::new))))
                .orderBy(ENTRY.ID)
                .fetch(KnownEntries::entry);
    }

    private static Map<Long, List<Posting>> postings(DSLContext transaction, List<Long> ids) {
        return transaction
                .selectFrom(POSTING)
                .where(POSTING.ENTRY_ID.eq(DSL.any(ids.toArray(Long[]::new))), POSTING.LOT_ID.isNotNull())
                .fetchGroups(
                        POSTING.ENTRY_ID,
                        row -> new Posting(
                                Side.of(row.getAccount()),
                                row.getOpenedNo() == null ? null : new CustomerNo(row.getOpenedNo()),
                                row.getLotId(),
                                row.getAmount()));
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get(ENTRY.ID),
                new AccountId(new BrandId(row.get(ENTRY.BRAND_ID)), new CustomerNo(row.get(ENTRY.OPENED_NO))),
                row.get(ENTRY.KEY),
                EntryKind.of(row.get(ENTRY.KIND)),
                row.get(ENTRY.ASKED),
                row.get(ENTRY.POINTS),
                row.get(ENTRY.AT),
                row.get(ENTRY.REFERS_TO),
                STORED,
                List.of());
    }

    private static Entry with(Entry entry, List<Posting> postings) {
        return new Entry(
                entry.id(),
                entry.account(),
                entry.key(),
                entry.kind(),
                entry.asked(),
                entry.points(),
                entry.at(),
                entry.refersTo(),
                entry.reason(),
                postings);
    }
}
