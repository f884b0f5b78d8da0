package io.waterwheel.loyalty.points.report;

import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.LOT;
import static io.waterwheel.loyalty.generated.Tables.POSTING;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.generated.tables.records.EntryRecord;
import io.waterwheel.loyalty.generated.tables.records.LotRecord;
import io.waterwheel.loyalty.generated.tables.records.PostingRecord;
import io.waterwheel.loyalty.points.report.EntryOwners.Owner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One booking with its postings, its lots as they are now, and the bookings it is about or that are about it; all
/// by their numbers, along primary keys and `entry_refers_to`.
@Component
public class EntryViews {

    private static final int MOST_REFERRED = 200;

    private final DSLContext database;
    private final EntryLines lines;
    private final EntryOwners owners;

    EntryViews(DSLContext database, EntryLines lines, EntryOwners owners) {
        this.database = database;
        this.lines = lines;
        this.owners = owners;
    }

    /// @throws Problem `not-found` when the brand has no such booking
    public EntryView of(Brand brand, long number, Locale locale) {
        EntryRecord entry = database.fetchOne(
                ENTRY, ENTRY.ID.eq(number), ENTRY.BRAND_ID.eq(brand.id().value()));
        if (entry == null) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", new Text("记账 " + number, "booking " + number));
        }
        List<PostingRecord> postings = database.selectFrom(POSTING)
                .where(POSTING.ENTRY_ID.eq(number))
                .orderBy(POSTING.NUMBER)
                .fetch();
        List<LotRecord> lots = lots(number, postings);
        Set<Integer> opened = new HashSet<>();
        postings.stream()
                .map(PostingRecord::getOpenedNo)
                .filter(Objects::nonNull)
                .forEach(opened::add);
        lots.forEach(lot -> opened.add(lot.getOpenedNo()));
        Map<Integer, Owner> whose = owners.of(brand, opened);
        List<Long> wanted = new ArrayList<>(List.of(number));
        if (entry.getRefersTo() != null) {
            wanted.add(entry.getRefersTo());
        }
        wanted.addAll(referred(number));
        List<EntryLine> read = new ArrayList<>(lines.of(brand, wanted, locale));
        return new EntryView(
                read.removeFirst(),
                entry.getReason(),
                lines.values(entry),
                postings.stream().map(row -> posting(row, whose)).toList(),
                postings.stream().mapToLong(PostingRecord::getAmount).sum(),
                lots.stream().map(row -> lot(row, number, whose)).toList(),
                entry.getRefersTo() == null ? null : read.removeFirst(),
                read);
    }

    private List<LotRecord> lots(long number, List<PostingRecord> postings) {
        Set<Long> ids = new TreeSet<>(Set.of(number));
        postings.stream().map(PostingRecord::getLotId).filter(Objects::nonNull).forEach(ids::add);
        return database.selectFrom(LOT)
                .where(LOT.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .orderBy(LOT.ID)
                .fetch();
    }

    private List<Long> referred(long number) {
        return database.select(ENTRY.ID)
                .from(ENTRY)
                .where(ENTRY.REFERS_TO.eq(number))
                .orderBy(ENTRY.ID)
                .limit(MOST_REFERRED)
                .fetch(ENTRY.ID);
    }

    private static EntryPosting posting(PostingRecord row, Map<Integer, Owner> whose) {
        @Nullable Owner owner = row.getOpenedNo() == null ? null : whose.get(row.getOpenedNo());
        return new EntryPosting(
                row.getNumber(),
                row.getAccount(),
                owner == null ? null : owner.customer(),
                owner == null ? null : owner.name(),
                row.getLotId(),
                row.getAmount());
    }

    private static EntryLot lot(LotRecord row, long number, Map<Integer, Owner> whose) {
        @Nullable Owner owner = whose.get(row.getOpenedNo());
        return new EntryLot(
                row.getId(),
                row.getId() == number,
                owner == null ? null : owner.customer(),
                owner == null ? null : owner.name(),
                row.getPoints(),
                row.getRemaining(),
                row.getExpired(),
                row.getPending(),
                row.getAvailableAt(),
                row.getExpiresAt());
    }
}
