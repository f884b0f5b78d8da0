package io.waterwheel.segment.tagging;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.TagStanding;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.generated.tables.records.TagRuleRecord;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Condition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Runs tag rules. Who has come in since the last run and does not have the tag gets it; who has it from this rule and
/// no longer meets the definition loses it. Whoever was in already is left alone, so a tag taken off by hand stays off
/// until that person has been out and comes in again. Run again after a kill it changes nothing it has done.
@Component
class TagRuleJob implements JobHandler {

    static final String KIND = "tag-rules";

    private static final int PIECE = 2_000;

    private final Brands brands;
    private final TagRuleRows rows;
    private final Tags tags;
    private final SegmentEngine engine;
    private final InstantSource clock;

    TagRuleJob(Brands brands, TagRuleRows rows, Tags tags, SegmentEngine engine, InstantSource clock) {
        this.brands = brands;
        this.rows = rows;
        this.tags = tags;
        this.engine = engine;
        this.clock = clock;
    }

    record Params(List<Long> rules) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        Problem failed = null;
        for (long id : run.params(Params.class).rules()) {
            run.checkStop();
            try {
                Optional<TagRuleRecord> row = rows.find(brand, id);
                Optional<Tag> tag = row.flatMap(rule -> tags.find(brand.id(), new TagId(rule.getTagId())));
                if (tag.isPresent()) {
                    new Run(run, brand, row.get(), tag.get()).go();
                }
            } catch (Problem problem) {
                rows.failed(id, problem.text());
                failed = problem;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private final class Run {

        private final JobRun job;
        private final Brand brand;
        private final TagRuleRecord rule;
        private final Tag tag;
        private final String by;
        private long added;
        private long removed;

        Run(JobRun job, Brand brand, TagRuleRecord rule, Tag tag) {
            this.job = job;
            this.brand = brand;
            this.rule = rule;
            this.tag = tag;
            this.by = Long.toString(rule.getId());
        }

        void go() {
            Condition definition = rows.definition(rule);
            RoaringBitmap now = engine.members(brand, definition).customers();
            RoaringBitmap everyone = engine.members(brand, new And(List.of())).customers();
            RoaringBitmap inside = StoredSet.of(rule.getInside());
            RoaringBitmap having = tags.having(brand.id(), tag.id(), null);

            RoaringBitmap entered = RoaringBitmap.andNot(now, inside);
            entered.andNot(having);
            each(entered, standing -> standing != null && standing.present() ? null : '+');
            each(RoaringBitmap.andNot(having, now), standing -> mine(standing) ? '-' : null);
            if (rule.getValue() != null) {
                RoaringBitmap other = RoaringBitmap.and(now, having);
                other.andNot(tags.having(brand.id(), tag.id(), rule.getValue()));
                each(other, standing -> mine(standing) ? '+' : null);
            }
            // Numbers that are no customer now may be one again, when two who were joined come apart.
            inside.andNot(everyone);
            inside.or(now);
            rows.ran(rule.getId(), new TagRuleRows.Ran(inside, now.getLongCardinality(), added, removed));
        }

        private boolean mine(@Nullable TagStanding standing) {
            return standing != null
                    && standing.present()
                    && standing.added() != null
                    && standing.added().is(TagOrigin.RULE, by);
        }

        private void each(RoaringBitmap customers, Function<@Nullable TagStanding, @Nullable Character> decide) {
            StoredSet.inPieces(customers, 0, PIECE, piece -> {
                job.checkStop();
                Map<CustomerNo, TagStanding> standings = new HashMap<>();
                tags.standings(brand.id(), piece, Set.of(tag.id()))
                        .forEach(standing -> standings.put(standing.customer(), standing));
                Instant at = clock.instant();
                List<TagChange> changes = new ArrayList<>();
                for (CustomerNo customer : piece) {
                    Character sign = decide.apply(standings.get(customer));
                    if (sign != null) {
                        changes.add(change(customer, sign, at));
                    }
                }
                tags.append(brand, changes);
                job.progress(added + removed, null, null);
            });
        }

        private TagChange change(CustomerNo customer, char sign, Instant at) {
            String messageId = "rule/" + by + "/" + job.id() + "/" + sign + customer;
            if (sign == '+') {
                added++;
                return TagChange.added(customer, tag, rule.getValue(), at, TagOrigin.RULE, by, messageId);
            }
            removed++;
            return TagChange.removed(customer, tag, at, TagOrigin.RULE, by, messageId);
        }
    }
}
