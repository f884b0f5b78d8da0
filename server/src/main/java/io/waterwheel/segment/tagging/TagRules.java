package io.waterwheel.segment.tagging;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagUse;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.ListUse;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.SegmentUse;
import io.waterwheel.segment.generated.tables.records.TagRuleRecord;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Names;
import io.waterwheel.segment.language.Reading;
import io.waterwheel.segment.saved.References;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// The brand's tag rules, one for a tag. Whoever changes one has it run at once; every night they all run.
@Service
public class TagRules implements TagUse, SegmentUse, ListUse {

    private final TagRuleRows rows;
    private final Tags tags;
    private final References references;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    TagRules(
            TagRuleRows rows,
            Tags tags,
            References references,
            Jobs jobs,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.rows = rows;
        this.tags = tags;
        this.references = references;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
    }

    public List<TagRule> list(Brand brand) {
        Names names = references.names(brand);
        return rows.all(brand).stream().map(row -> rule(brand, row, names)).toList();
    }

    /// @throws Problem `not-found`
    public TagRule get(Brand brand, long id) {
        return rule(brand, row(brand, id), references.names(brand));
    }

    /// @throws Problem `not-found`, `tag-value-invalid`, `tag-rule-circular`, `tag-rule-exists`
    public TagRule create(Brand brand, TagId tagId, @Nullable String wanted, Condition definition, boolean active) {
        Tag tag = tags.get(brand.id(), tagId);
        String value = Tags.checked(tag, wanted);
        check(brand, tag, definition);
        try {
            return transactions.execute(_ -> {
                long id = rows.insert(brand, tag, value, definition, active);
                audit.record("tag-rule.create", "tag-rule/" + id, Map.of("brand", brand.key(), "tag", tag.name()));
                if (active) {
                    start(brand, List.of(id));
                }
                return get(brand, id);
            });
        } catch (DuplicateKeyException e) {
            throw new Problem(SegmentProblem.TAG_RULE_EXISTS, e).with("tag", tag.name());
        }
    }

    /// @throws Problem `not-found`, `tag-value-invalid`, `tag-rule-circular`
    public TagRule update(Brand brand, long id, @Nullable String wanted, Condition definition, boolean active) {
        return transactions.execute(_ -> {
            Tag tag = tags.get(brand.id(), new TagId(row(brand, id).getTagId()));
            check(brand, tag, definition);
            rows.update(brand, id, Tags.checked(tag, wanted), definition, active);
            audit.record(
                    "tag-rule.update",
                    "tag-rule/" + id,
                    Map.of("brand", brand.key(), "tag", tag.name(), "active", active));
            if (active) {
                start(brand, List.of(id));
            }
            return get(brand, id);
        });
    }

    /// The rule ends; tags it put on stay.
    ///
    /// @throws Problem `not-found`
    public void delete(Brand brand, long id) {
        transactions.executeWithoutResult(_ -> {
            row(brand, id);
            rows.delete(id);
            audit.record("tag-rule.delete", "tag-rule/" + id, Map.of("brand", brand.key()));
        });
    }

    /// Runs the rule now, active or not.
    ///
    /// @throws Problem `not-found`
    public JobId run(Brand brand, long id) {
        return transactions.execute(_ -> {
            row(brand, id);
            audit.record("tag-rule.run", "tag-rule/" + id, Map.of("brand", brand.key()));
            return start(brand, List.of(id));
        });
    }

    JobId start(Brand brand, List<Long> ids) {
        return jobs.start(new NewJob(
                TagRuleJob.KIND,
                new Text("按规则打标签", "Tags by rule"),
                brand.id(),
                "customers",
                new TagRuleJob.Params(ids),
                "/b/" + brand.key() + "/tags"));
    }

    @Override
    public List<String> of(Brand brand, TagId tag) {
        return rows.all(brand).stream()
                .filter(row -> row.getTagId() == tag.value()
                        || References.tags(rows.definition(row)).contains(tag.toString()))
                .map(row -> "tag-rule/" + row.getId())
                .toList();
    }

    @Override
    public List<String> of(Brand brand, SegmentId segment) {
        return rows.all(brand).stream()
                .filter(row -> References.segments(rows.definition(row)).contains(segment.toString()))
                .map(row -> "tag-rule/" + row.getId())
                .toList();
    }

    @Override
    public List<String> of(Brand brand, ListId list) {
        return rows.all(brand).stream()
                .filter(row -> References.lists(rows.definition(row)).contains(list.toString()))
                .map(row -> "tag-rule/" + row.getId())
                .toList();
    }

    /// A rule is called by its tag.
    @Override
    public Optional<String> name(Brand brand, String user) {
        return SegmentUse.id(user, "tag-rule")
                .flatMap(id -> rows.find(brand, Long.parseLong(id)))
                .flatMap(row -> tags.find(brand.id(), new TagId(row.getTagId())))
                .map(Tag::name);
    }

    private void check(Brand brand, Tag tag, Condition definition) {
        if (references.tagsBelow(brand, definition).contains(tag.id().toString())) {
            throw new Problem(SegmentProblem.TAG_RULE_CIRCULAR).with("tag", tag.name());
        }
    }

    private TagRuleRecord row(Brand brand, long id) {
        return rows.find(brand, id)
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "tag rule " + id));
    }

    private TagRule rule(Brand brand, TagRuleRecord row, Names names) {
        Tag tag = tags.get(brand.id(), new TagId(row.getTagId()));
        Condition definition = rows.definition(row);
        return new TagRule(
                Objects.toString(row.getId()),
                tag.id(),
                tag.name(),
                tag.group(),
                row.getValue(),
                definition,
                Reading.of(definition, brand.currency(), names),
                row.getActive(),
                row.getDueAt(),
                row.getRanAt(),
                row.getMet(),
                row.getAdded(),
                row.getRemoved(),
                rows.problem(row));
    }
}
