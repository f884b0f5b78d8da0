package io.waterwheel.customer.tag;

import static io.waterwheel.customer.generated.Tables.TAG_CHANNEL;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LogConsumer;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Tags by the way a customer came: the mark of the WeCom contact way that was scanned, or the source an event came
/// from. A new friendship tags anew; a source tags each customer once, so that a tag taken off by hand stays off.
@Component
public class ChannelTags implements LogConsumer {

    private static final int LONGEST_MARK = 100;

    private final DSLContext database;
    private final Brands brands;
    private final TagLibrary library;
    private final Tags tags;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    ChannelTags(
            DSLContext database,
            Brands brands,
            TagLibrary library,
            Tags tags,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.brands = brands;
        this.library = library;
        this.tags = tags;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// @param kind `state` or `source`
    /// @param mark the contact way's state, or the source's name
    public record ChannelTag(long id, String kind, String mark, TagId tagId) {}

    private record Mark(short brand, String kind, String mark) {}

    public List<ChannelTag> list(Brand brand) {
        return database.selectFrom(TAG_CHANNEL)
                .where(TAG_CHANNEL.BRAND_ID.eq(brand.id().value()))
                .orderBy(TAG_CHANNEL.KIND, TAG_CHANNEL.MARK, TAG_CHANNEL.ID)
                .fetch(row -> new ChannelTag(row.getId(), row.getKind(), row.getMark(), new TagId(row.getTagId())));
    }

    /// Says which tag a channel gives; said again it changes nothing.
    ///
    /// @throws Problem `not-found`, `invalid`, `tag-value-invalid` when the tag carries a value
    @Transactional
    public void create(Brand brand, String kind, String wanted, TagId tagId) {
        String mark = wanted.strip();
        if (!kind.equals("state") && !kind.equals("source")) {
            throw new Problem(KernelProblem.INVALID).outside("/kind", "choice", "state", "source");
        }
        if (mark.isEmpty() || mark.length() > LONGEST_MARK) {
            throw new Problem(KernelProblem.INVALID).outside("/mark", "length", 1, LONGEST_MARK);
        }
        Tag tag = library.get(brand.id(), tagId);
        if (tag.kind() != TagKind.PLAIN) {
            throw Tags.invalid(tag);
        }
        int made = database.insertInto(TAG_CHANNEL)
                .set(TAG_CHANNEL.BRAND_ID, brand.id().value())
                .set(TAG_CHANNEL.TAG_ID, tagId.value())
                .set(TAG_CHANNEL.KIND, kind)
                .set(TAG_CHANNEL.MARK, mark)
                .set(TAG_CHANNEL.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        if (made > 0) {
            audit.record(
                    "tag-channel.create", "tag/" + tagId, Map.of("brand", brand.key(), "kind", kind, "mark", mark));
        }
    }

    @Transactional
    public void delete(Brand brand, long id) {
        int deleted = database.deleteFrom(TAG_CHANNEL)
                .where(TAG_CHANNEL.BRAND_ID.eq(brand.id().value()), TAG_CHANNEL.ID.eq(id))
                .execute();
        if (deleted == 0) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "tag channel " + id);
        }
        audit.record("tag-channel.delete", "tag-channel/" + id, Map.of("brand", brand.key()));
    }

    @Override
    public String name() {
        return "tag-channels";
    }

    @Override
    public void consume(DSLContext transaction, List<LoggedEvent> events) {
        Map<Mark, List<ChannelTag>> channels = new LinkedHashMap<>();
        transaction
                .selectFrom(TAG_CHANNEL)
                .forEach(row -> channels.computeIfAbsent(
                                new Mark(row.getBrandId(), row.getKind(), row.getMark()), _ -> new ArrayList<>())
                        .add(new ChannelTag(row.getId(), row.getKind(), row.getMark(), new TagId(row.getTagId()))));
        if (channels.isEmpty()) {
            return;
        }
        Map<BrandId, List<TagChange>> changes = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            if (customer == null || TagEvents.tells(event)) {
                continue;
            }
            List<TagChange> told = changes.computeIfAbsent(event.brand(), _ -> new ArrayList<>());
            for (ChannelTag channel :
                    channels.getOrDefault(new Mark(event.brand().value(), "source", event.source()), List.of())) {
                add(told, event, customer, channel, "channel/" + channel.id() + "/" + customer);
            }
            if (event.name().equals(EventNames.FRIEND_ADDED)) {
                String state = json.readTree(event.properties()).path("state").asString("");
                for (ChannelTag channel :
                        channels.getOrDefault(new Mark(event.brand().value(), "state", state), List.of())) {
                    add(told, event, customer, channel, "channel/" + channel.id() + "/@" + event.position());
                }
            }
        }
        changes.forEach((brand, told) -> tags.append(brands.get(brand), told));
    }

    private void add(
            List<TagChange> told, LoggedEvent event, CustomerNo customer, ChannelTag channel, String messageId) {
        library.find(event.brand(), channel.tagId())
                .ifPresent(tag -> told.add(TagChange.added(
                        customer, tag, null, event.at(), TagOrigin.CHANNEL, channel.mark(), messageId)));
    }
}
