package io.waterwheel.customer.tag;

import static io.waterwheel.customer.generated.Tables.TAG;
import static io.waterwheel.customer.generated.Tables.TAG_CHANNEL;
import static io.waterwheel.customer.generated.Tables.TAG_GROUP;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagGroup;
import io.waterwheel.customer.TagGroupId;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.TagProblem;
import io.waterwheel.customer.TagUse;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// A brand's groups and tags. What is deleted keeps its row, because the log speaks of it, and is not there any more.
@Component
public class TagLibrary {

    private static final int LONGEST_NAME = 30;

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final TagClearing clearing;
    private final ObjectProvider<TagUse> uses;
    private final InstantSource clock;

    TagLibrary(
            DSLContext database,
            TransactionOperations transactions,
            AuditTrail audit,
            TagClearing clearing,
            ObjectProvider<TagUse> uses,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.audit = audit;
        this.clearing = clearing;
        this.uses = uses;
        this.clock = clock;
    }

    public List<TagGroup> groups(BrandId brand) {
        Map<Long, List<Tag>> tags = new LinkedHashMap<>();
        tags(TAG.BRAND_ID.eq(brand.value()).and(TAG.DELETED_AT.isNull()))
                .orderBy(TAG.NAME, TAG.ID)
                .forEach(row -> tags.computeIfAbsent(row.get(TAG.GROUP_ID), _ -> new ArrayList<>())
                        .add(tag(row)));
        return database.selectFrom(TAG_GROUP)
                .where(TAG_GROUP.BRAND_ID.eq(brand.value()), TAG_GROUP.DELETED_AT.isNull())
                .orderBy(TAG_GROUP.NAME, TAG_GROUP.ID)
                .fetch(row -> new TagGroup(
                        new TagGroupId(row.getId()),
                        row.getName(),
                        row.getSingle(),
                        row.getWecom(),
                        tags.getOrDefault(row.getId(), List.of())));
    }

    /// @throws Problem `not-found`
    public TagGroup group(BrandId brand, TagGroupId id) {
        return groups(brand).stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "tag group " + id));
    }

    public Optional<Tag> find(BrandId brand, TagId id) {
        return tags(TAG.BRAND_ID.eq(brand.value()).and(TAG.ID.eq(id.value())).and(TAG.DELETED_AT.isNull()))
                .fetchOptional(TagLibrary::tag);
    }

    /// @throws Problem `not-found`
    public Tag get(BrandId brand, TagId id) {
        return find(brand, id).orElseThrow(() -> missing(id));
    }

    TagGroup createGroup(Brand brand, String wanted, boolean single, boolean wecom) {
        String name = checked(wanted);
        return named(name, () -> {
            Long id = database.insertInto(TAG_GROUP)
                    .set(TAG_GROUP.BRAND_ID, brand.id().value())
                    .set(TAG_GROUP.NAME, name)
                    .set(TAG_GROUP.SINGLE, single)
                    .set(TAG_GROUP.WECOM, wecom)
                    .set(TAG_GROUP.CREATED_AT, clock.instant())
                    .returning(TAG_GROUP.ID)
                    .fetchSingle(TAG_GROUP.ID);
            audit.record("tag-group.create", "tag-group/" + id, Map.of("brand", brand.key(), "name", name));
            return new TagGroup(new TagGroupId(id), name, single, wecom, List.of());
        });
    }

    void changeGroup(Brand brand, TagGroupId id, String wanted, boolean wecom) {
        String name = checked(wanted);
        named(name, () -> {
            int changed = database.update(TAG_GROUP)
                    .set(TAG_GROUP.NAME, name)
                    .set(TAG_GROUP.WECOM, wecom)
                    .where(live(brand, id))
                    .execute();
            if (changed == 0) {
                throw new Problem(KernelProblem.NOT_FOUND).with("what", "tag group " + id);
            }
            audit.record(
                    "tag-group.change", "tag-group/" + id, Map.of("brand", brand.key(), "name", name, "wecom", wecom));
            return id;
        });
    }

    void deleteGroup(Brand brand, TagGroupId id) {
        transactions.executeWithoutResult(_ -> {
            TagGroup group = group(brand.id(), id);
            group.tags().forEach(tag -> delete(brand, tag));
            database.update(TAG_GROUP)
                    .set(TAG_GROUP.DELETED_AT, clock.instant())
                    .where(live(brand, id))
                    .execute();
            audit.record("tag-group.delete", "tag-group/" + id, Map.of("brand", brand.key(), "name", group.name()));
        });
    }

    Tag create(Brand brand, TagGroupId groupId, String wanted, TagKind kind) {
        String name = checked(wanted);
        return named(name, () -> {
            TagGroup group = group(brand.id(), groupId);
            Long id = database.insertInto(TAG)
                    .set(TAG.BRAND_ID, brand.id().value())
                    .set(TAG.GROUP_ID, groupId.value())
                    .set(TAG.NAME, name)
                    .set(TAG.KIND, kind.code())
                    .set(TAG.CREATED_AT, clock.instant())
                    .returning(TAG.ID)
                    .fetchSingle(TAG.ID);
            audit.record("tag.create", "tag/" + id, Map.of("brand", brand.key(), "name", name));
            return new Tag(new TagId(id), groupId, group.name(), group.single(), name, kind);
        });
    }

    void rename(Brand brand, TagId id, String wanted) {
        String name = checked(wanted);
        named(name, () -> {
            int changed = database.update(TAG)
                    .set(TAG.NAME, name)
                    .where(TAG.BRAND_ID.eq(brand.id().value()), TAG.ID.eq(id.value()), TAG.DELETED_AT.isNull())
                    .execute();
            if (changed == 0) {
                throw missing(id);
            }
            audit.record("tag.rename", "tag/" + id, Map.of("brand", brand.key(), "name", name));
            return id;
        });
    }

    void delete(Brand brand, TagId id) {
        transactions.executeWithoutResult(_ -> delete(brand, get(brand.id(), id)));
    }

    private void delete(Brand brand, Tag tag) {
        List<String> users =
                uses.stream().flatMap(use -> use.of(brand, tag.id()).stream()).toList();
        if (!users.isEmpty()) {
            throw new Problem(TagProblem.TAG_IN_USE).with("users", String.join(", ", users));
        }
        database.update(TAG)
                .set(TAG.DELETED_AT, clock.instant())
                .where(TAG.ID.eq(tag.id().value()))
                .execute();
        database.deleteFrom(TAG_CHANNEL)
                .where(TAG_CHANNEL.TAG_ID.eq(tag.id().value()))
                .execute();
        audit.record("tag.delete", "tag/" + tag.id(), Map.of("brand", brand.key(), "name", tag.name()));
        clearing.start(brand, tag);
    }

    private SelectOnConditionStep<Record> tags(Condition which) {
        return database.select(TAG.fields())
                .select(TAG_GROUP.NAME, TAG_GROUP.SINGLE)
                .from(TAG)
                .join(TAG_GROUP)
                .on(TAG_GROUP.ID.eq(TAG.GROUP_ID))
                .and(which);
    }

    private static Tag tag(Record row) {
        return new Tag(
                new TagId(row.get(TAG.ID)),
                new TagGroupId(row.get(TAG.GROUP_ID)),
                row.get(TAG_GROUP.NAME),
                row.get(TAG_GROUP.SINGLE),
                row.get(TAG.NAME),
                TagKind.of(row.get(TAG.KIND)));
    }

    private static Condition live(Brand brand, TagGroupId id) {
        return TAG_GROUP
                .BRAND_ID
                .eq(brand.id().value())
                .and(TAG_GROUP.ID.eq(id.value()))
                .and(TAG_GROUP.DELETED_AT.isNull());
    }

    private <T> T named(String name, java.util.function.Supplier<T> change) {
        try {
            return transactions.execute(_ -> change.get());
        } catch (DuplicateKeyException e) {
            throw new Problem(TagProblem.TAG_NAME_TAKEN, e).with("name", name);
        }
    }

    /// WeCom takes names of up to 30 characters (doc path/92117).
    private static String checked(@Nullable String wanted) {
        String name = wanted == null ? "" : wanted.strip();
        if (name.isEmpty()
                || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new Problem(KernelProblem.INVALID).outside("/name", "length", 1, LONGEST_NAME);
        }
        return name;
    }

    private static Problem missing(TagId id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "tag " + id);
    }
}
