package io.waterwheel.customer.tag;

import static io.waterwheel.customer.generated.Tables.CUSTOMER_TAG;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagFacts;
import io.waterwheel.customer.TagGroup;
import io.waterwheel.customer.TagGroupId;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.TagStanding;
import io.waterwheel.customer.Tags;
import io.waterwheel.customer.generated.tables.records.CustomerTagRecord;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

@Component
class TagDirectory implements Tags {

    private static final int BATCH = 5_000;

    private final DSLContext database;
    private final TagLibrary library;
    private final TagEvents events;
    private final EventLog log;

    TagDirectory(DSLContext database, TagLibrary library, TagEvents events, EventLog log) {
        this.database = database;
        this.library = library;
        this.events = events;
        this.log = log;
    }

    @Override
    public List<TagGroup> groups(BrandId brand) {
        return library.groups(brand);
    }

    @Override
    public Optional<Tag> find(BrandId brand, TagId tag) {
        return library.find(brand, tag);
    }

    @Override
    public Tag get(BrandId brand, TagId tag) {
        return library.get(brand, tag);
    }

    @Override
    public void append(Brand brand, List<TagChange> changes) {
        for (int from = 0; from < changes.size(); from += BATCH) {
            log.append(changes.subList(from, Math.min(changes.size(), from + BATCH)).stream()
                    .map(change -> events.event(brand, change))
                    .toList());
        }
    }

    /// By `customer_tag_with`.
    @Override
    public List<TagFacts> facts(Collection<CustomerNo> customers) {
        if (customers.isEmpty()) {
            return List.of();
        }
        return database.selectFrom(CUSTOMER_TAG)
                .where(CUSTOMER_TAG.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .and(CUSTOMER_TAG.PRESENT.isTrue())
                .fetch(row -> new TagFacts(
                        new BrandId(row.getBrandId()),
                        new CustomerNo(row.getCustomerNo()),
                        new TagId(row.getTagId()),
                        row.getValue()));
    }

    @Override
    public RoaringBitmap having(BrandId brand, TagId tag, @Nullable String value) {
        RoaringBitmap customers = new RoaringBitmap();
        try (var rows = database.select(CUSTOMER_TAG.CUSTOMER_NO)
                .from(CUSTOMER_TAG)
                .where(CUSTOMER_TAG.BRAND_ID.eq(brand.value()))
                .and(CUSTOMER_TAG.TAG_ID.eq(tag.value()))
                .and(CUSTOMER_TAG.PRESENT.isTrue())
                .and(value == null ? DSL.noCondition() : CUSTOMER_TAG.VALUE.eq(value))
                .fetchLazy()) {
            rows.forEach(row -> customers.add(row.value1()));
        }
        return customers;
    }

    @Override
    public List<TagStanding> standings(BrandId brand, Collection<CustomerNo> customers, Set<TagId> tags) {
        return database.selectFrom(CUSTOMER_TAG)
                .where(CUSTOMER_TAG.BRAND_ID.eq(brand.value()))
                .and(CUSTOMER_TAG.CUSTOMER_NO.eq(
                        DSL.any(customers.stream().map(CustomerNo::value).toArray(Integer[]::new))))
                .and(CUSTOMER_TAG.TAG_ID.eq(
                        DSL.any(tags.stream().map(TagId::value).toArray(Long[]::new))))
                .fetch(TagDirectory::standing);
    }

    static TagStanding standing(CustomerTagRecord row) {
        return new TagStanding(
                new CustomerNo(row.getCustomerNo()),
                new TagId(row.getTagId()),
                row.getPresent(),
                row.getValue(),
                deed(row.getAddedAt(), row.getAddedOrigin(), row.getAddedBy()),
                deed(row.getRemovedAt(), row.getRemovedOrigin(), row.getRemovedBy()));
    }

    private static TagStanding.@Nullable Deed deed(
            java.time.@Nullable Instant at, @Nullable String origin, @Nullable String by) {
        return at == null
                ? null
                : new TagStanding.Deed(at, TagOrigin.of(Objects.requireNonNullElse(origin, "manual")), by);
    }

    @Override
    public TagGroup createGroup(Brand brand, String name, boolean single, boolean wecom) {
        return library.createGroup(brand, name, single, wecom);
    }

    @Override
    public void changeGroup(Brand brand, TagGroupId group, String name, boolean wecom) {
        library.changeGroup(brand, group, name, wecom);
    }

    @Override
    public void deleteGroup(Brand brand, TagGroupId group) {
        library.deleteGroup(brand, group);
    }

    @Override
    public Tag create(Brand brand, TagGroupId group, String name, TagKind kind) {
        return library.create(brand, group, name, kind);
    }

    @Override
    public void rename(Brand brand, TagId tag, String name) {
        library.rename(brand, tag, name);
    }

    @Override
    public void delete(Brand brand, TagId tag) {
        library.delete(brand, tag);
    }
}
