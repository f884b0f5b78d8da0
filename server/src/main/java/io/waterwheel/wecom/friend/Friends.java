package io.waterwheel.wecom.friend;

import static io.waterwheel.wecom.generated.Tables.FRIEND;
import static io.waterwheel.wecom.generated.Tables.GUIDE;
import static io.waterwheel.wecom.generated.Tables.STORE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.wecom.generated.tables.records.FriendRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who is whose friend. Events go to the log first and rows follow: after a kill between the two the same events are
/// told again, and the log leaves them out.
@Component
public class Friends {

    private static final int BATCH = 1_000;

    private final DSLContext database;
    private final EventLog log;
    private final FriendEvents events;
    private final Customers customers;
    private final InstantSource clock;

    Friends(DSLContext database, EventLog log, FriendEvents events, Customers customers, InstantSource clock) {
        this.database = database;
        this.log = log;
        this.events = events;
        this.customers = customers;
        this.clock = clock;
    }

    private record Key(String externalUserid, String userid) {}

    /// A guide to send by.
    public record Sender(
            String userid, String name, @Nullable String store) {}

    /// WeCom has just said that these are friends.
    ///
    /// @param asOf when it was asked
    public void seen(Brand brand, Collection<Friendship> friends, Instant asOf) {
        Map<Key, Friendship> told = new LinkedHashMap<>();
        friends.forEach(friend -> told.put(new Key(friend.externalUserid(), friend.userid()), friend));
        told.values().removeAll(erased(brand, told.values()));
        if (told.isEmpty()) {
            return;
        }
        Map<Key, FriendRecord> known = known(brand, told.values());
        Instant now = clock.instant();
        List<NewEvent> news = new ArrayList<>();
        RowSet rows = new RowSet(
                FRIEND.EXTERNAL_USERID,
                FRIEND.USERID,
                FRIEND.ADD_WAY,
                FRIEND.STATE,
                FRIEND.CREATED_AT,
                FRIEND.CONTACT_HASH,
                FRIEND.SEEN_AT);
        told.forEach((key, friend) -> {
            FriendRecord before = known.get(key);
            if (before != null && before.getSeenAt().isAfter(asOf)) {
                // Somebody has looked later than this: theirs is the newer news.
                return;
            }
            boolean again = before != null
                    && before.getRemovedAt() != null
                    && !friend.createdAt().isAfter(before.getRemovedAt());
            if (before == null || (!again && !before.getCreatedAt().equals(friend.createdAt()))) {
                news.add(events.added(brand, friend));
            } else if (before.getRemovedAt() != null) {
                news.add(events.foundAgain(brand, friend, before.getRemovedAt()));
            } else if (before.getContactHash() != friend.contactHash()) {
                news.add(events.renamed(brand, friend, now));
            }
            rows.row(
                    friend.externalUserid(),
                    friend.userid(),
                    friend.addWay(),
                    friend.state(),
                    friend.createdAt(),
                    friend.contactHash(),
                    asOf);
        });
        log.append(news);
        if (!rows.isEmpty()) {
            upsert(brand, rows);
        }
    }

    /// Those who asked to be forgotten since: WeCom still knows them, we do not. A new friendship is theirs to make.
    private List<Friendship> erased(Brand brand, Collection<Friendship> friends) {
        Map<Identifier, Instant> erased = customers.erased(
                brand.id(), friends.stream().map(Friends::identifier).toList());
        return friends.stream()
                .filter(friend -> {
                    Instant when = erased.get(identifier(friend));
                    return when != null && !friend.createdAt().isAfter(when);
                })
                .toList();
    }

    private static Identifier identifier(Friendship friend) {
        return new Identifier(IdentifierKind.EXTERNAL_USERID, friend.externalUserid());
    }

    private Map<Key, FriendRecord> known(Brand brand, Collection<Friendship> friends) {
        String[] people = friends.stream().map(Friendship::externalUserid).toArray(String[]::new);
        Map<Key, FriendRecord> known = new HashMap<>();
        database.selectFrom(FRIEND)
                .where(of(brand))
                .and(FRIEND.EXTERNAL_USERID.eq(DSL.any(people)))
                .forEach(row -> known.put(new Key(row.getExternalUserid(), row.getUserid()), row));
        return known;
    }

    private void upsert(Brand brand, RowSet rows) {
        RowSet.Given given = rows.as("given");
        database.insertInto(
                        FRIEND,
                        FRIEND.BRAND_ID,
                        FRIEND.EXTERNAL_USERID,
                        FRIEND.USERID,
                        FRIEND.ADD_WAY,
                        FRIEND.STATE,
                        FRIEND.CREATED_AT,
                        FRIEND.CONTACT_HASH,
                        FRIEND.SEEN_AT)
                .select(DSL.select(
                                DSL.val(brand.id().value()),
                                given.field(FRIEND.EXTERNAL_USERID),
                                given.field(FRIEND.USERID),
                                given.field(FRIEND.ADD_WAY),
                                given.field(FRIEND.STATE),
                                given.field(FRIEND.CREATED_AT),
                                given.field(FRIEND.CONTACT_HASH),
                                given.field(FRIEND.SEEN_AT))
                        .from(given.table()))
                .onConflict(FRIEND.BRAND_ID, FRIEND.EXTERNAL_USERID, FRIEND.USERID)
                .doUpdate()
                .set(FRIEND.ADD_WAY, DSL.excluded(FRIEND.ADD_WAY))
                .set(FRIEND.STATE, DSL.excluded(FRIEND.STATE))
                .set(FRIEND.CREATED_AT, DSL.excluded(FRIEND.CREATED_AT))
                .set(FRIEND.CONTACT_HASH, DSL.excluded(FRIEND.CONTACT_HASH))
                .set(FRIEND.SEEN_AT, DSL.greatest(FRIEND.SEEN_AT, DSL.excluded(FRIEND.SEEN_AT)))
                .setNull(FRIEND.REMOVED_AT)
                .execute();
    }

    /// One of the two deleted the other.
    ///
    /// @param at   when
    /// @param now  what they are to each other now, null when no friends; then a later friendship is known too
    /// @param asOf when WeCom was asked for it
    public void ended(
            Brand brand, String externalUserid, String userid, Instant at, @Nullable Friendship now, Instant asOf) {
        if (now != null) {
            if (now.createdAt().isAfter(at)) {
                // An earlier friendship ended, which belongs on the timeline; the later one is what counts.
                tellEnd(brand, externalUserid, userid, at);
            }
            seen(brand, List.of(now), asOf);
            return;
        }
        Condition which = of(brand)
                .and(FRIEND.EXTERNAL_USERID.eq(externalUserid))
                .and(FRIEND.USERID.eq(userid))
                .and(FRIEND.REMOVED_AT.isNull())
                .and(FRIEND.SEEN_AT.le(asOf));
        FriendRecord ending = database.fetchOne(FRIEND, which);
        if (ending == null) {
            return;
        }
        if (ending.getCreatedAt().isAfter(at)) {
            // The callback is about an earlier friendship, and the later one's end has not been told yet.
            return;
        }
        log.append(List.of(events.removed(brand, externalUserid, userid, at)));
        database.update(FRIEND)
                .set(FRIEND.REMOVED_AT, at)
                .set(FRIEND.SEEN_AT, asOf)
                .where(which)
                .execute();
    }

    private void tellEnd(Brand brand, String externalUserid, String userid, Instant at) {
        boolean known = database.fetchExists(
                FRIEND, of(brand).and(FRIEND.EXTERNAL_USERID.eq(externalUserid)).and(FRIEND.USERID.eq(userid)));
        if (known) {
            log.append(List.of(events.removed(brand, externalUserid, userid, at)));
        }
    }

    /// Ends everyone a complete synchronisation did not see.
    public int endUnseen(Brand brand, Instant syncStartedAt) {
        Condition unseen = of(brand).and(FRIEND.REMOVED_AT.isNull()).and(FRIEND.SEEN_AT.lt(syncStartedAt));
        int ended = 0;
        while (true) {
            var batch = database.selectFrom(FRIEND).where(unseen).limit(BATCH).fetch();
            if (batch.isEmpty()) {
                return ended;
            }
            Instant now = clock.instant();
            log.append(batch.map(row -> events.removed(brand, row.getExternalUserid(), row.getUserid(), now)));
            RowSet gone = new RowSet(FRIEND.EXTERNAL_USERID, FRIEND.USERID);
            batch.forEach(row -> gone.row(row.getExternalUserid(), row.getUserid()));
            RowSet.Given given = gone.as("given");
            ended += database.update(FRIEND)
                    .set(FRIEND.REMOVED_AT, now)
                    .from(given.table())
                    .where(of(brand))
                    .and(FRIEND.EXTERNAL_USERID.eq(given.field(FRIEND.EXTERNAL_USERID)))
                    .and(FRIEND.USERID.eq(given.field(FRIEND.USERID)))
                    .execute();
        }
    }

    public int known(Brand brand) {
        return database.fetchCount(FRIEND, of(brand).and(FRIEND.REMOVED_AT.isNull()));
    }

    public int seenSince(Brand brand, Instant since) {
        return database.fetchCount(
                FRIEND, of(brand).and(FRIEND.REMOVED_AT.isNull()).and(FRIEND.SEEN_AT.ge(since)));
    }

    /// The guide each customer became a friend of last, among those who still serve.
    public Map<String, Sender> senders(Brand brand, Collection<String> externalUserids) {
        Map<String, Sender> senders = new HashMap<>();
        database.select(FRIEND.EXTERNAL_USERID, GUIDE.USERID, GUIDE.NAME, STORE.NAME)
                .distinctOn(FRIEND.EXTERNAL_USERID)
                .from(FRIEND)
                .join(GUIDE)
                .on(GUIDE.BRAND_ID.eq(FRIEND.BRAND_ID))
                .and(GUIDE.USERID.eq(FRIEND.USERID))
                .leftJoin(STORE)
                .on(STORE.BRAND_ID.eq(GUIDE.BRAND_ID))
                .and(STORE.ID.eq(GUIDE.STORE_ID))
                .where(of(brand))
                .and(FRIEND.EXTERNAL_USERID.eq(DSL.any(externalUserids.toArray(String[]::new))))
                .and(FRIEND.REMOVED_AT.isNull())
                .and(GUIDE.ACTIVE.isTrue())
                .orderBy(FRIEND.EXTERNAL_USERID, FRIEND.CREATED_AT.desc(), FRIEND.USERID)
                .forEach(row -> senders.put(row.value1(), new Sender(row.value2(), row.value3(), row.value4())));
        return senders;
    }

    private static Condition of(Brand brand) {
        return FRIEND.BRAND_ID.eq(brand.id().value());
    }
}
