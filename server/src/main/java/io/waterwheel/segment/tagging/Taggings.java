package io.waterwheel.segment.tagging;

import static io.waterwheel.segment.generated.Tables.TAGGING;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.generated.tables.records.TaggingRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Tags put on or taken off many customers by a person: told beforehand how many, done as a job, undone on request.
@Service
public class Taggings {

    private static final int SHOWN = 100;

    private final DSLContext database;
    private final Tags tags;
    private final Audiences audiences;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    Taggings(
            DSLContext database,
            Tags tags,
            Audiences audiences,
            Jobs jobs,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.tags = tags;
        this.audiences = audiences;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// @throws Problem `not-found`, `tag-value-invalid`, `invalid`
    public TaggingPreview preview(Brand brand, NewTagging wish) {
        Tag tag = tags.get(brand.id(), wish.tagId());
        String value = value(tag, wish);
        RoaringBitmap reached = audiences.of(brand, wish.audience());
        RoaringBitmap already = tags.having(brand.id(), tag.id(), value);
        RoaringBitmap changed =
                wish.adding() ? RoaringBitmap.andNot(reached, already) : RoaringBitmap.and(reached, already);
        return new TaggingPreview(reached.getLongCardinality(), changed.getLongCardinality());
    }

    /// @throws Problem `not-found`, `tag-value-invalid`, `invalid`
    @Transactional
    public Tagging start(Brand brand, NewTagging wish) {
        Tag tag = tags.get(brand.id(), wish.tagId());
        if (!wish.audience().one()) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/audience", "choice", new Text("须是人群或筛选条件之一", "must be either a segment or a filter"));
        }
        String value = value(tag, wish);
        long id = database.insertInto(TAGGING)
                .set(TAGGING.BRAND_ID, brand.id().value())
                .set(TAGGING.TAG_ID, tag.id().value())
                .set(TAGGING.ADDING, wish.adding())
                .set(TAGGING.VALUE, value)
                .set(TAGGING.AUDIENCE, JSONB.valueOf(json.writeValueAsString(wish.audience())))
                .set(TAGGING.CREATED_BY, Actor.current().name())
                .set(TAGGING.CREATED_AT, clock.instant())
                .returning(TAGGING.ID)
                .fetchSingle(TAGGING.ID);
        audit.record(
                "tagging.start",
                "tagging/" + id,
                Map.of("brand", brand.key(), "tag", tag.name(), "adding", wish.adding()));
        Text title = wish.adding()
                ? new Text("批量打标签“" + tag.name() + "”", "Put the tag \"" + tag.name() + "\" on")
                : new Text("批量去标签“" + tag.name() + "”", "Take the tag \"" + tag.name() + "\" off");
        JobId job = jobs.start(
                new NewJob(TaggingJob.KIND, title, brand.id(), "customers", new TaggingJob.Params(id), link(brand)));
        database.update(TAGGING)
                .set(TAGGING.JOB, job.value())
                .where(TAGGING.ID.eq(id))
                .execute();
        return get(brand, id);
    }

    /// Gives back what the tagging changed, where nobody has changed it since.
    ///
    /// @throws Problem `not-found`, `tagging-state`
    @Transactional
    public Tagging undo(Brand brand, long id) {
        TaggingRecord row = database.selectFrom(TAGGING)
                .where(TAGGING.BRAND_ID.eq(brand.id().value()), TAGGING.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> missing(id));
        if (row.getDoneAt() == null || row.getUndoJob() != null) {
            throw new Problem(SegmentProblem.TAGGING_STATE);
        }
        audit.record("tagging.undo", "tagging/" + id, Map.of("brand", brand.key()));
        JobId job = jobs.start(new NewJob(
                TaggingUndoJob.KIND,
                new Text("撤销批量打标签", "Undo mass tagging"),
                brand.id(),
                "customers",
                new TaggingUndoJob.Params(id, Actor.current().name()),
                link(brand)));
        database.update(TAGGING)
                .set(TAGGING.UNDO_JOB, job.value())
                .where(TAGGING.ID.eq(id))
                .execute();
        return get(brand, id);
    }

    /// The last hundred, newest first.
    public List<Tagging> list(Brand brand) {
        return database.selectFrom(TAGGING)
                .where(TAGGING.BRAND_ID.eq(brand.id().value()))
                .orderBy(TAGGING.ID.desc())
                .limit(SHOWN)
                .fetch(row -> tagging(brand, row));
    }

    /// @throws Problem `not-found`
    public Tagging get(Brand brand, long id) {
        return database.selectFrom(TAGGING)
                .where(TAGGING.BRAND_ID.eq(brand.id().value()), TAGGING.ID.eq(id))
                .fetchOptional(row -> tagging(brand, row))
                .orElseThrow(() -> missing(id));
    }

    private Tagging tagging(Brand brand, TaggingRecord row) {
        var tag = tags.find(brand.id(), new TagId(row.getTagId()));
        var job = row.getUndoJob() == null ? row.getJob() : row.getUndoJob();
        return new Tagging(
                Long.toString(row.getId()),
                tag.map(Tag::name).orElse("–"),
                tag.map(Tag::group).orElse("–"),
                row.getAdding(),
                row.getValue(),
                row.getReached(),
                row.getChanged(),
                row.getDoneAt() != null && row.getUndoJob() == null && tag.isPresent(),
                job == null ? null : new JobId(job),
                row.getCreatedBy(),
                row.getCreatedAt(),
                row.getDoneAt(),
                row.getUndoneAt());
    }

    private static @Nullable String value(Tag tag, NewTagging wish) {
        return wish.adding() ? Tags.checked(tag, wish.value()) : null;
    }

    private static String link(Brand brand) {
        return "/b/" + brand.key() + "/tags?tab=mass";
    }

    private static Problem missing(long id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "tagging " + id);
    }
}
