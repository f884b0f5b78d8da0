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
import io.waterwheel.kernel.event.LoggedEvent;
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
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Undoes a mass tagging by reading what it told the log. Where somebody changed the tag since, that stands.
@Component
class TaggingUndoJob implements JobHandler {

    static final String KIND = "tagging-undo";

    private static final int PIECE = 5_000;

    private final DSLContext database;
    private final Brands brands;
    private final Tags tags;
    private final EventLog log;
    private final InstantSource clock;
    private final JsonMapper json;

    TaggingUndoJob(DSLContext database, Brands brands, Tags tags, EventLog log, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.brands = brands;
        this.tags = tags;
        this.log = log;
        this.clock = clock;
        this.json = json;
    }

    record Params(long tagging, String by) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        Params params = run.params(Params.class);
        TaggingRecord row = database.fetchSingle(TAGGING, TAGGING.ID.eq(params.tagging()));
        Tag tag = tags.get(brand.id(), new TagId(row.getTagId()));
        String mark = TaggingJob.messageId(row.getId(), "");
        long position = run.checkpoint(Long.class).orElse(Objects.requireNonNull(row.getFirstAfter()));
        long upto = Objects.requireNonNull(row.getLastUpto());
        long undone = 0;
        while (position < upto) {
            run.checkStop();
            List<LoggedEvent> read = log.read(position, PIECE);
            if (read.isEmpty()) {
                break;
            }
            List<LoggedEvent> ours = read.stream()
                    .filter(event -> event.brand().equals(brand.id()) && event.position() <= upto)
                    .filter(event -> event.messageId().startsWith(mark) && event.customer() != null)
                    .toList();
            List<TagChange> back = back(brand, tag, row, ours, params.by());
            tags.append(brand, back);
            undone += back.size();
            position = read.getLast().position();
            run.checkpoint(database, position);
            run.progress(undone, row.getChanged(), null);
        }
        database.update(TAGGING)
                .set(TAGGING.UNDONE_AT, clock.instant())
                .where(TAGGING.ID.eq(row.getId()))
                .execute();
    }

    private List<TagChange> back(Brand brand, Tag tag, TaggingRecord row, List<LoggedEvent> ours, String by) {
        Map<CustomerNo, TagStanding> standings = new HashMap<>();
        List<CustomerNo> customers = ours.stream()
                .map(LoggedEvent::customer)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        tags.standings(brand.id(), customers, Set.of(tag.id()))
                .forEach(standing -> standings.put(standing.customer(), standing));
        Instant at = clock.instant();
        List<TagChange> back = new ArrayList<>();
        for (LoggedEvent event : ours) {
            TagStanding standing = standings.get(Objects.requireNonNull(event.customer()));
            if (standing != null) {
                TagChange change = row.getAdding()
                        ? unadded(tag, row, event, standing, at, by)
                        : unremoved(tag, row, event, standing, at, by);
                if (change != null) {
                    back.add(change);
                }
            }
        }
        return back;
    }

    private @Nullable TagChange unadded(
            Tag tag, TaggingRecord row, LoggedEvent event, TagStanding standing, Instant at, String by) {
        if (!standing.present() || !is(standing.added(), event)) {
            return null;
        }
        String messageId = undoId(row, event);
        String was = was(event);
        return was == null
                ? TagChange.removed(standing.customer(), tag, at, TagOrigin.MANUAL, by, messageId)
                : TagChange.added(standing.customer(), tag, was, at, TagOrigin.MANUAL, by, messageId);
    }

    /// It comes back as what it was: put on by the same rule or person.
    private @Nullable TagChange unremoved(
            Tag tag, TaggingRecord row, LoggedEvent event, TagStanding standing, Instant at, String by) {
        if (standing.present() || !is(standing.removed(), event)) {
            return null;
        }
        TagStanding.Deed before = standing.added();
        return TagChange.added(
                standing.customer(),
                tag,
                was(event),
                at,
                before == null ? TagOrigin.MANUAL : before.origin(),
                before == null ? by : before.by(),
                undoId(row, event));
    }

    private static boolean is(TagStanding.@Nullable Deed deed, LoggedEvent event) {
        return deed != null && deed.at().equals(event.at());
    }

    private static String undoId(TaggingRecord row, LoggedEvent event) {
        return "tagging-undo/" + row.getId() + "/" + event.position();
    }

    private @Nullable String was(LoggedEvent event) {
        JsonNode was = json.readTree(event.properties()).path("was");
        return was.isString() ? was.asString() : null;
    }
}
