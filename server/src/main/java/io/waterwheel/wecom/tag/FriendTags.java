package io.waterwheel.wecom.tag;

import static io.waterwheel.wecom.generated.Tables.FRIEND;
import static io.waterwheel.wecom.generated.Tables.FRIEND_TAGS;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What each friendship carried when both sides last agreed, and what WeCom has said of it since.
@Component
class FriendTags {

    private final DSLContext database;

    FriendTags(DSLContext database) {
        this.database = database;
    }

    /// A friendship that has not ended.
    ///
    /// @param agreed   corp tags that WeCom is known to have on it and that are dealt with
    /// @param agreedAt when that was; the beginning of the friendship when it never was
    /// @param theirs   what was read since, null when nothing was
    /// @param readAt   when it was read
    record Carrier(
            String externalUserid,
            String userid,
            Set<String> agreed,
            Instant agreedAt,
            @Nullable Set<String> theirs,
            @Nullable Instant readAt) {

        /// Read before the last agreement, so that it says nothing about now.
        boolean stale() {
            return readAt != null && readAt.isBefore(agreedAt);
        }

        Carrier reading(Set<String> now, Instant asOf) {
            return new Carrier(externalUserid, userid, agreed, agreedAt, now, asOf);
        }
    }

    /// Keeps what a page of a synchronisation says, to be dealt with when all of it is read.
    void read(Brand brand, Collection<Carried> page, Instant asOf) {
        RowSet rows = new RowSet(FRIEND_TAGS.EXTERNAL_USERID, FRIEND_TAGS.USERID, FRIEND_TAGS.THEIRS);
        Map<List<String>, Carried> once = new LinkedHashMap<>();
        page.forEach(carried -> once.put(List.of(carried.externalUserid(), carried.userid()), carried));
        if (once.isEmpty()) {
            return;
        }
        // One row after the other: arrays of arrays cannot be unnested.
        database.batch(once.values().stream()
                        .map(carried -> database.insertInto(FRIEND_TAGS)
                                .set(FRIEND_TAGS.BRAND_ID, brand.id().value())
                                .set(FRIEND_TAGS.EXTERNAL_USERID, carried.externalUserid())
                                .set(FRIEND_TAGS.USERID, carried.userid())
                                .set(FRIEND_TAGS.AGREED, new String[0])
                                .set(FRIEND_TAGS.AGREED_AT, carried.since())
                                .set(FRIEND_TAGS.THEIRS, carried.tags().toArray(String[]::new))
                                .set(FRIEND_TAGS.READ_AT, asOf)
                                .onConflict(FRIEND_TAGS.BRAND_ID, FRIEND_TAGS.EXTERNAL_USERID, FRIEND_TAGS.USERID)
                                .doUpdate()
                                .set(FRIEND_TAGS.THEIRS, DSL.excluded(FRIEND_TAGS.THEIRS))
                                .set(FRIEND_TAGS.READ_AT, DSL.excluded(FRIEND_TAGS.READ_AT)))
                        .toList())
                .execute();
    }

    /// What WeCom says a friendship carries.
    ///
    /// @param since when they became friends
    record Carried(String externalUserid, String userid, Set<String> tags, Instant since) {}

    /// All friendships of these people that have not ended, by person.
    Map<String, List<Carrier>> of(Brand brand, Collection<String> externalUserids) {
        Map<String, List<Carrier>> carriers = new LinkedHashMap<>();
        database.select(
                        FRIEND.EXTERNAL_USERID,
                        FRIEND.USERID,
                        FRIEND.CREATED_AT,
                        FRIEND_TAGS.AGREED,
                        FRIEND_TAGS.AGREED_AT,
                        FRIEND_TAGS.THEIRS,
                        FRIEND_TAGS.READ_AT)
                .from(FRIEND)
                .leftJoin(FRIEND_TAGS)
                .on(FRIEND_TAGS.BRAND_ID.eq(FRIEND.BRAND_ID))
                .and(FRIEND_TAGS.EXTERNAL_USERID.eq(FRIEND.EXTERNAL_USERID))
                .and(FRIEND_TAGS.USERID.eq(FRIEND.USERID))
                .where(FRIEND.BRAND_ID.eq(brand.id().value()))
                .and(FRIEND.EXTERNAL_USERID.eq(DSL.any(externalUserids.toArray(String[]::new))))
                .and(FRIEND.REMOVED_AT.isNull())
                .orderBy(FRIEND.EXTERNAL_USERID, FRIEND.USERID)
                .forEach(row -> carriers.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .add(carrier(row)));
        return carriers;
    }

    private static Carrier carrier(Record row) {
        String[] agreed = row.get(FRIEND_TAGS.AGREED);
        String[] theirs = row.get(FRIEND_TAGS.THEIRS);
        // A friendship that began anew carries nothing of the old one.
        Instant began = row.get(FRIEND.CREATED_AT);
        Instant agreedAt = row.get(FRIEND_TAGS.AGREED_AT);
        boolean anew = agreedAt == null || agreedAt.isBefore(began);
        return new Carrier(
                row.get(FRIEND.EXTERNAL_USERID),
                row.get(FRIEND.USERID),
                agreed == null || anew ? Set.of() : new TreeSet<>(Arrays.asList(agreed)),
                agreedAt == null || anew ? began : agreedAt,
                theirs == null ? null : new TreeSet<>(Arrays.asList(theirs)),
                row.get(FRIEND_TAGS.READ_AT));
    }

    /// The next people, by id, of whom something was read that is not dealt with.
    List<String> unsettled(Brand brand, String after, int most) {
        return database.selectDistinct(FRIEND_TAGS.EXTERNAL_USERID)
                .from(FRIEND_TAGS)
                .where(FRIEND_TAGS.BRAND_ID.eq(brand.id().value()))
                .and(FRIEND_TAGS.EXTERNAL_USERID.gt(after))
                .and(FRIEND_TAGS.THEIRS.isNotNull())
                .orderBy(FRIEND_TAGS.EXTERNAL_USERID)
                .limit(most)
                .fetch(FRIEND_TAGS.EXTERNAL_USERID);
    }

    void agreed(Brand brand, Carrier carrier, Set<String> tags, Instant at) {
        database.insertInto(FRIEND_TAGS)
                .set(FRIEND_TAGS.BRAND_ID, brand.id().value())
                .set(FRIEND_TAGS.EXTERNAL_USERID, carrier.externalUserid())
                .set(FRIEND_TAGS.USERID, carrier.userid())
                .set(FRIEND_TAGS.AGREED, tags.toArray(String[]::new))
                .set(FRIEND_TAGS.AGREED_AT, at)
                .onConflict(FRIEND_TAGS.BRAND_ID, FRIEND_TAGS.EXTERNAL_USERID, FRIEND_TAGS.USERID)
                .doUpdate()
                .set(FRIEND_TAGS.AGREED, DSL.excluded(FRIEND_TAGS.AGREED))
                .set(FRIEND_TAGS.AGREED_AT, DSL.excluded(FRIEND_TAGS.AGREED_AT))
                .setNull(FRIEND_TAGS.THEIRS)
                .setNull(FRIEND_TAGS.READ_AT)
                .execute();
    }

    void forget(Brand brand, Carrier carrier) {
        database.deleteFrom(FRIEND_TAGS)
                .where(FRIEND_TAGS.BRAND_ID.eq(brand.id().value()))
                .and(FRIEND_TAGS.EXTERNAL_USERID.eq(carrier.externalUserid()))
                .and(FRIEND_TAGS.USERID.eq(carrier.userid()))
                .execute();
    }

    /// Friendships that have ended carry nothing.
    void forgetEnded(Brand brand) {
        database.deleteFrom(FRIEND_TAGS)
                .where(FRIEND_TAGS.BRAND_ID.eq(brand.id().value()))
                .and(DSL.notExists(DSL.selectOne()
                        .from(FRIEND)
                        .where(FRIEND.BRAND_ID.eq(FRIEND_TAGS.BRAND_ID))
                        .and(FRIEND.EXTERNAL_USERID.eq(FRIEND_TAGS.EXTERNAL_USERID))
                        .and(FRIEND.USERID.eq(FRIEND_TAGS.USERID))
                        .and(FRIEND.REMOVED_AT.isNull())))
                .execute();
    }
}
