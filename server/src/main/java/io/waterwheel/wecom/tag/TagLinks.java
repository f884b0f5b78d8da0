package io.waterwheel.wecom.tag;

import static io.waterwheel.wecom.generated.Tables.FRIEND_TAGS;
import static io.waterwheel.wecom.generated.Tables.TAG_CORP;
import static io.waterwheel.wecom.generated.Tables.TAG_GROUP_LINK;
import static io.waterwheel.wecom.generated.Tables.TAG_LINK;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.TagGroupId;
import io.waterwheel.customer.TagId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Which corp tag is which of our tags, and the names both sides agreed on last.
@Component
class TagLinks {

    private final DSLContext database;

    TagLinks(DSLContext database) {
        this.database = database;
    }

    record GroupLink(String wecomId, TagGroupId group, String name, boolean givenUp) {}

    record TagLink(String wecomId, String wecomGroup, TagId tag, String name, boolean givenUp) {}

    /// Forgets what is linked with a corp the brand no longer has; its tags stay, and are made in the new one.
    void of(Brand brand, String corp) {
        String known = database.select(TAG_CORP.CORP_ID)
                .from(TAG_CORP)
                .where(TAG_CORP.BRAND_ID.eq(brand.id().value()))
                .fetchOne(TAG_CORP.CORP_ID);
        if (corp.equals(known)) {
            return;
        }
        short id = brand.id().value();
        database.transaction(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            transaction.deleteFrom(TAG_LINK).where(TAG_LINK.BRAND_ID.eq(id)).execute();
            transaction
                    .deleteFrom(TAG_GROUP_LINK)
                    .where(TAG_GROUP_LINK.BRAND_ID.eq(id))
                    .execute();
            transaction
                    .deleteFrom(FRIEND_TAGS)
                    .where(FRIEND_TAGS.BRAND_ID.eq(id))
                    .execute();
            transaction
                    .insertInto(TAG_CORP, TAG_CORP.BRAND_ID, TAG_CORP.CORP_ID)
                    .values(id, corp)
                    .onConflict(TAG_CORP.BRAND_ID)
                    .doUpdate()
                    .set(TAG_CORP.CORP_ID, corp)
                    .execute();
        });
    }

    List<GroupLink> groups(Brand brand) {
        return database.selectFrom(TAG_GROUP_LINK)
                .where(TAG_GROUP_LINK.BRAND_ID.eq(brand.id().value()))
                .fetch(row -> new GroupLink(
                        row.getWecomId(), new TagGroupId(row.getGroupId()), row.getName(), row.getGivenUp()));
    }

    List<TagLink> tags(Brand brand) {
        return database.selectFrom(TAG_LINK)
                .where(TAG_LINK.BRAND_ID.eq(brand.id().value()))
                .fetch(row -> new TagLink(
                        row.getWecomId(),
                        row.getWecomGroupId(),
                        new TagId(row.getTagId()),
                        row.getName(),
                        row.getGivenUp()));
    }

    void link(Brand brand, String wecomId, TagGroupId group, String name) {
        database.insertInto(TAG_GROUP_LINK)
                .set(TAG_GROUP_LINK.BRAND_ID, brand.id().value())
                .set(TAG_GROUP_LINK.WECOM_ID, wecomId)
                .set(TAG_GROUP_LINK.GROUP_ID, group.value())
                .set(TAG_GROUP_LINK.NAME, name)
                .onConflict(TAG_GROUP_LINK.BRAND_ID, TAG_GROUP_LINK.WECOM_ID)
                .doUpdate()
                .set(TAG_GROUP_LINK.GROUP_ID, group.value())
                .set(TAG_GROUP_LINK.NAME, name)
                .set(TAG_GROUP_LINK.GIVEN_UP, false)
                .execute();
    }

    void link(Brand brand, String wecomId, String wecomGroup, TagId tag, String name) {
        database.insertInto(TAG_LINK)
                .set(TAG_LINK.BRAND_ID, brand.id().value())
                .set(TAG_LINK.WECOM_ID, wecomId)
                .set(TAG_LINK.WECOM_GROUP_ID, wecomGroup)
                .set(TAG_LINK.TAG_ID, tag.value())
                .set(TAG_LINK.NAME, name)
                .onConflict(TAG_LINK.BRAND_ID, TAG_LINK.WECOM_ID)
                .doUpdate()
                .set(TAG_LINK.TAG_ID, tag.value())
                .set(TAG_LINK.NAME, name)
                .set(TAG_LINK.GIVEN_UP, false)
                .execute();
    }

    void giveUp(Brand brand, TagLink link) {
        database.update(TAG_LINK)
                .set(TAG_LINK.GIVEN_UP, true)
                .where(TAG_LINK.BRAND_ID.eq(brand.id().value()), TAG_LINK.WECOM_ID.eq(link.wecomId()))
                .execute();
    }

    void unlink(Brand brand, TagLink link) {
        database.deleteFrom(TAG_LINK)
                .where(TAG_LINK.BRAND_ID.eq(brand.id().value()), TAG_LINK.WECOM_ID.eq(link.wecomId()))
                .execute();
    }

    void unlink(Brand brand, GroupLink link) {
        database.deleteFrom(TAG_GROUP_LINK)
                .where(TAG_GROUP_LINK.BRAND_ID.eq(brand.id().value()), TAG_GROUP_LINK.WECOM_ID.eq(link.wecomId()))
                .execute();
    }
}
