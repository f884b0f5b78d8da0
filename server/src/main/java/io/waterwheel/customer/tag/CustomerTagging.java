package io.waterwheel.customer.tag;

import static io.waterwheel.customer.generated.Tables.CUSTOMER_TAG;
import static io.waterwheel.customer.generated.Tables.RELATION;
import static io.waterwheel.customer.generated.Tables.TAG;
import static io.waterwheel.customer.generated.Tables.TAG_GROUP;
import static io.waterwheel.customer.generated.Tables.TOUCHPOINT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.TagProblem;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tags of one customer, put on and taken off by hand. A guide does so for the customers who are friends of theirs:
/// the guide's account has the name of the WeCom member.
@Component
public class CustomerTagging {

    private final DSLContext database;
    private final TagLibrary library;
    private final Tags tags;
    private final AuditTrail audit;
    private final InstantSource clock;

    CustomerTagging(DSLContext database, TagLibrary library, Tags tags, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.library = library;
        this.tags = tags;
        this.audit = audit;
        this.clock = clock;
    }

    /// A tag a customer has.
    ///
    /// @param value  what it carries, null for a plain one
    /// @param origin how it came
    /// @param by     who or what exactly
    public record CustomerTag(
            TagId tagId,
            String tag,
            String group,
            TagKind kind,
            @Nullable String value,
            Instant since,
            TagOrigin origin,
            @Nullable String by) {}

    /// @throws Problem `not-found`, `tag-not-your-customer`
    public List<CustomerTag> of(Brand brand, int number) {
        checkMay(brand, number);
        return database.select(CUSTOMER_TAG.fields())
                .select(TAG.NAME, TAG.KIND, TAG_GROUP.NAME)
                .from(CUSTOMER_TAG)
                .join(TAG)
                .on(TAG.ID.eq(CUSTOMER_TAG.TAG_ID))
                .join(TAG_GROUP)
                .on(TAG_GROUP.ID.eq(TAG.GROUP_ID))
                .where(CUSTOMER_TAG.BRAND_ID.eq(brand.id().value()))
                .and(CUSTOMER_TAG.CUSTOMER_NO.eq(number))
                .and(CUSTOMER_TAG.PRESENT.isTrue())
                .and(TAG.DELETED_AT.isNull())
                .orderBy(TAG_GROUP.NAME, TAG.NAME)
                .fetch(row -> new CustomerTag(
                        new TagId(row.get(CUSTOMER_TAG.TAG_ID)),
                        row.get(TAG.NAME),
                        row.get(TAG_GROUP.NAME),
                        TagKind.of(row.get(TAG.KIND)),
                        row.get(CUSTOMER_TAG.VALUE),
                        row.get(CUSTOMER_TAG.ADDED_AT),
                        TagOrigin.of(Objects.requireNonNullElse(row.get(CUSTOMER_TAG.ADDED_ORIGIN), "manual")),
                        row.get(CUSTOMER_TAG.ADDED_BY)));
    }

    /// Puts a tag on; one that is on with this value already stays as it is.
    ///
    /// @throws Problem `not-found`, `tag-value-invalid`, `tag-not-your-customer`
    @Transactional
    public void add(Brand brand, int number, TagId id, @Nullable String wanted) {
        checkMay(brand, number);
        Tag tag = library.get(brand.id(), id);
        String value = Tags.checked(tag, wanted);
        boolean already = of(brand, number).stream()
                .anyMatch(has -> has.tagId().equals(id) && Objects.equals(has.value(), value));
        if (!already) {
            audit.record("customer.tag", "customer/" + number, detail(brand, tag));
            tags.append(
                    brand,
                    List.of(TagChange.added(
                            new CustomerNo(number),
                            tag,
                            value,
                            clock.instant(),
                            TagOrigin.MANUAL,
                            Actor.current().name(),
                            "hand/" + UUID.randomUUID())));
        }
    }

    /// Takes a tag off; one that is not on stays off.
    ///
    /// @throws Problem `not-found`, `tag-not-your-customer`
    @Transactional
    public void remove(Brand brand, int number, TagId id) {
        checkMay(brand, number);
        Tag tag = library.get(brand.id(), id);
        if (of(brand, number).stream().anyMatch(has -> has.tagId().equals(id))) {
            audit.record("customer.untag", "customer/" + number, detail(brand, tag));
            tags.append(
                    brand,
                    List.of(TagChange.removed(
                            new CustomerNo(number),
                            tag,
                            clock.instant(),
                            TagOrigin.MANUAL,
                            Actor.current().name(),
                            "hand/" + UUID.randomUUID())));
        }
    }

    private static Map<String, String> detail(Brand brand, Tag tag) {
        return Map.of("brand", brand.key(), "tag", tag.name());
    }

    private void checkMay(Brand brand, int number) {
        boolean known = database.fetchExists(
                RELATION, RELATION.BRAND_ID.eq(brand.id().value()).and(RELATION.CUSTOMER_NO.eq(number)));
        if (!known) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + number);
        }
        if (isGuide() && !serves(brand, Actor.current().name(), number)) {
            throw new Problem(TagProblem.TAG_NOT_YOUR_CUSTOMER);
        }
    }

    private static boolean isGuide() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null
                && caller.getAuthorities().stream().anyMatch(role -> "ROLE_GUIDE".equals(role.getAuthority()));
    }

    private boolean serves(Brand brand, String userid, int number) {
        return database.fetchExists(
                TOUCHPOINT,
                TOUCHPOINT
                        .BRAND_ID
                        .eq(brand.id().value())
                        .and(TOUCHPOINT.CUSTOMER_NO.eq(number))
                        .and(TOUCHPOINT.CHANNEL.eq(ChannelKind.WECOM.code()))
                        .and(TOUCHPOINT.VIA.eq(userid))
                        .and(TOUCHPOINT.USABLE.isTrue()));
    }
}
