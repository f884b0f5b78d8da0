package io.waterwheel.wecom.web;

import static io.waterwheel.wecom.generated.Tables.FRIEND;
import static io.waterwheel.wecom.generated.Tables.GUIDE;
import static io.waterwheel.wecom.generated.Tables.STORE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Guides, stores and friends in lists and figures. People are counted, not friendships.
@Component
class WecomFigures {

    private static final Duration MONTH = Duration.ofDays(30);

    private final DSLContext database;
    private final InstantSource clock;

    WecomFigures(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    int guides(Brand brand) {
        return database.fetchCount(GUIDE, GUIDE.BRAND_ID.eq(brand.id().value()).and(GUIDE.ACTIVE.isTrue()));
    }

    int stores(Brand brand) {
        return database.fetchCount(STORE, STORE.BRAND_ID.eq(brand.id().value()).and(STORE.OPEN.isTrue()));
    }

    int friends(Brand brand) {
        Integer people = database.select(DSL.countDistinct(FRIEND.EXTERNAL_USERID))
                .from(FRIEND)
                .where(FRIEND.BRAND_ID.eq(brand.id().value()))
                .and(FRIEND.REMOVED_AT.isNull())
                .fetchOne(0, Integer.class);
        return people == null ? 0 : people;
    }

    /// @param q part of a name or the beginning of an id
    Page<Guide> guides(Brand brand, @Nullable String q, PageRequest page) {
        Condition which = GUIDE.BRAND_ID.eq(brand.id().value());
        if (q != null && !q.isBlank()) {
            which = which.and(GUIDE.NAME.contains(q.strip()).or(GUIDE.USERID.startsWith(q.strip())));
        }
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        if (cursor != null) {
            which = which.and(GUIDE.USERID.gt(cursor.text(0)));
        }
        Field<Integer> friends = DSL.field(DSL.selectCount()
                .from(FRIEND)
                .where(FRIEND.BRAND_ID.eq(GUIDE.BRAND_ID))
                .and(FRIEND.USERID.eq(GUIDE.USERID))
                .and(FRIEND.REMOVED_AT.isNull()));
        List<Guide> found = database.select(GUIDE.USERID, GUIDE.NAME, STORE.NAME, friends, GUIDE.ACTIVE)
                .from(GUIDE)
                .leftJoin(STORE)
                .on(STORE.BRAND_ID.eq(GUIDE.BRAND_ID))
                .and(STORE.ID.eq(GUIDE.STORE_ID))
                .where(which)
                .orderBy(GUIDE.USERID)
                .limit(page.size() + 1)
                .fetch(row -> new Guide(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
        return Page.of(found, page.size(), guide -> Cursor.of(guide.userId()));
    }

    Page<Store> stores(Brand brand, PageRequest page) {
        Condition which = STORE.BRAND_ID.eq(brand.id().value()).and(STORE.OPEN.isTrue());
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        if (cursor != null) {
            which = which.and(STORE.ID.gt(cursor.number(0)));
        }
        Condition here = GUIDE.BRAND_ID.eq(STORE.BRAND_ID).and(GUIDE.STORE_ID.eq(STORE.ID));
        Field<Integer> guides =
                DSL.field(DSL.selectCount().from(GUIDE).where(here).and(GUIDE.ACTIVE.isTrue()));
        Field<Integer> friends = DSL.field(DSL.select(DSL.countDistinct(FRIEND.EXTERNAL_USERID))
                .from(GUIDE)
                .join(FRIEND)
                .on(FRIEND.BRAND_ID.eq(GUIDE.BRAND_ID))
                .and(FRIEND.USERID.eq(GUIDE.USERID))
                .and(FRIEND.REMOVED_AT.isNull())
                .where(here));
        List<Store> found = database.select(
                        STORE.ID, STORE.NAME, STORE.CITY, STORE.LONGITUDE, STORE.LATITUDE, guides, friends)
                .from(STORE)
                .where(which)
                .orderBy(STORE.ID)
                .limit(page.size() + 1)
                .fetch(row -> new Store(
                        Long.toString(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
        return Page.of(found, page.size(), store -> Cursor.of(store.id()));
    }

    List<FriendSource> sources(Brand brand) {
        Condition now = FRIEND.REMOVED_AT.isNull();
        Condition recently = FRIEND.CREATED_AT.gt(clock.instant().minus(MONTH));
        return database.select(
                        FRIEND.ADD_WAY,
                        DSL.countDistinct(FRIEND.EXTERNAL_USERID).filterWhere(now),
                        DSL.countDistinct(FRIEND.EXTERNAL_USERID).filterWhere(now.and(recently)),
                        DSL.countDistinct(FRIEND.EXTERNAL_USERID).filterWhere(FRIEND.REMOVED_AT.isNotNull()))
                .from(FRIEND)
                .where(FRIEND.BRAND_ID.eq(brand.id().value()))
                .groupBy(FRIEND.ADD_WAY)
                .orderBy(2, 1)
                .fetch(row -> new FriendSource(
                        row.value1(), AddWay.label(row.value1()), row.value2(), row.value3(), row.value4()))
                .reversed();
    }
}
