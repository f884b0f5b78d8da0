package io.waterwheel.segment.tagging;

import static io.waterwheel.segment.generated.Tables.TAGGING;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.TagStanding;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.segment.generated.tables.records.TaggingRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Does a mass tagging: finds the audience once, then goes through it by number. Whoever stands as wished already is
/// left out, so that an undo takes nothing from them.
@Component
class TaggingJob implements JobHandler {

    static final String KIND = "tagging";

    private static final int PIECE = 2_000;

    private final DSLContext database;
    private final Brands brands;
    private final Tags tags;
    private final Audiences audiences;
    private final EventLog log;
    private final InstantSource clock;
    private final JsonMapper json;

    TaggingJob(
            DSLContext database,
            Brands brands,
            Tags tags,
            Audiences audiences,
            EventLog log,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.brands = brands;
        this.tags = tags;
        this.audiences = audiences;
        this.log = log;
        this.clock = clock;
        this.json = json;
    }

    record Params(long tagging) {}

    /// @param after the last customer dealt with
    private record Progress(int after, long passed, long changed) {}

    static String messageId(long tagging, Object what) {
        return "tagging/" + tagging + "/" + what;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        long id = run.params(Params.class).tagging();
        freeze(brand, row(id));
        TaggingRecord row = row(id);
        Tag tag = tags.get(brand.id(), new TagId(row.getTagId()));
        RoaringBitmap customers = StoredSet.of(row.getCustomers());
        Progress begun = run.checkpoint(Progress.class).orElse(new Progress(0, 0, 0));
        long[] counted = {begun.passed, begun.changed};
        StoredSet.inPieces(customers, begun.after, PIECE, piece -> {
            run.checkStop();
            List<TagChange> changes = changes(brand, tag, row, piece);
            tags.append(brand, changes);
            counted[0] += piece.size();
            counted[1] += changes.size();
            run.checkpoint(database, new Progress(piece.getLast().value(), counted[0], counted[1]));
            run.progress(counted[0], customers.getLongCardinality(), null);
        });
        database.update(TAGGING)
                .set(TAGGING.CHANGED, counted[1])
                .set(TAGGING.LAST_UPTO, log.end())
                .set(TAGGING.DONE_AT, clock.instant())
                .where(TAGGING.ID.eq(id))
                .execute();
    }

    private TaggingRecord row(long id) {
        return database.fetchSingle(TAGGING, TAGGING.ID.eq(id));
    }

    private void freeze(Brand brand, TaggingRecord row) {
        if (row.getCustomers() == null) {
            RoaringBitmap customers =
                    audiences.of(brand, json.readValue(row.getAudience().data(), Audience.class));
            database.update(TAGGING)
                    .set(TAGGING.CUSTOMERS, StoredSet.bytes(customers))
                    .set(TAGGING.REACHED, customers.getLongCardinality())
                    .set(TAGGING.FIRST_AFTER, log.end())
                    .where(TAGGING.ID.eq(row.getId()))
                    .execute();
        }
    }

    private List<TagChange> changes(Brand brand, Tag tag, TaggingRecord row, List<CustomerNo> piece) {
        Map<CustomerNo, TagStanding> standings = new HashMap<>();
        tags.standings(brand.id(), piece, Set.of(tag.id()))
                .forEach(standing -> standings.put(standing.customer(), standing));
        Instant at = clock.instant();
        List<TagChange> changes = new ArrayList<>();
        for (CustomerNo customer : piece) {
            TagStanding standing = standings.get(customer);
            TagStanding has = standing != null && standing.present() ? standing : null;
            boolean asWished =
                    row.getAdding() ? has != null && Objects.equals(has.value(), row.getValue()) : has == null;
            if (!asWished) {
                changes.add(change(customer, tag, row, at, has == null ? null : has.value()));
            }
        }
        return changes;
    }

    private static TagChange change(
            CustomerNo customer, Tag tag, TaggingRecord row, Instant at, @Nullable String before) {
        String messageId = messageId(row.getId(), customer);
        TagChange change = row.getAdding()
                ? TagChange.added(customer, tag, row.getValue(), at, TagOrigin.MANUAL, row.getCreatedBy(), messageId)
                : TagChange.removed(customer, tag, at, TagOrigin.MANUAL, row.getCreatedBy(), messageId);
        return change.was(before);
    }
}
