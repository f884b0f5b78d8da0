package io.waterwheel.wecom.group;

import static io.waterwheel.wecom.generated.Tables.GROUP_CHAT;
import static io.waterwheel.wecom.generated.Tables.GROUP_MEMBER;
import static io.waterwheel.wecom.generated.Tables.GUIDE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatInfo.GroupChat;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatInfo.GroupMember;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Groups and their members as WeCom last told them. Whoever leaves stays known, because they may have read
/// what stood there before.
@Component
public class Groups {

    private static final int CUSTOMER = 2;

    private final DSLContext database;
    private final Customers customers;
    private final InstantSource clock;

    Groups(DSLContext database, Customers customers, InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.clock = clock;
    }

    /// WeCom has just said that the group is so.
    ///
    /// @param asOf when it was asked; what somebody saw later stands
    @Transactional
    public void seen(Brand brand, GroupChat chat, boolean ownerLeft, Instant asOf) {
        List<GroupMember> outside = chat.getMemberList().stream()
                .filter(member -> member.getType() == CUSTOMER)
                .toList();
        int changed = database.insertInto(GROUP_CHAT)
                .set(GROUP_CHAT.BRAND_ID, brand.id().value())
                .set(GROUP_CHAT.CHAT_ID, chat.getChatId())
                .set(GROUP_CHAT.NAME, chat.getName() == null ? "" : chat.getName())
                .set(GROUP_CHAT.OWNER, chat.getOwner())
                .set(GROUP_CHAT.OWNER_LEFT, ownerLeft)
                .set(GROUP_CHAT.CREATED_AT, at(chat.getCreateTime(), asOf))
                .set(GROUP_CHAT.GUIDES, chat.getMemberList().size() - outside.size())
                .set(GROUP_CHAT.CUSTOMERS, outside.size())
                .set(GROUP_CHAT.SEEN_AT, asOf)
                .onConflict(GROUP_CHAT.BRAND_ID, GROUP_CHAT.CHAT_ID)
                .doUpdate()
                .set(GROUP_CHAT.NAME, DSL.excluded(GROUP_CHAT.NAME))
                .set(GROUP_CHAT.OWNER, DSL.excluded(GROUP_CHAT.OWNER))
                .set(GROUP_CHAT.OWNER_LEFT, DSL.excluded(GROUP_CHAT.OWNER_LEFT))
                .set(GROUP_CHAT.GUIDES, DSL.excluded(GROUP_CHAT.GUIDES))
                .set(GROUP_CHAT.CUSTOMERS, DSL.excluded(GROUP_CHAT.CUSTOMERS))
                .set(GROUP_CHAT.SEEN_AT, DSL.excluded(GROUP_CHAT.SEEN_AT))
                .setNull(GROUP_CHAT.ENDED_AT)
                .where(GROUP_CHAT.SEEN_AT.le(DSL.excluded(GROUP_CHAT.SEEN_AT)))
                .execute();
        if (changed == 1) {
            members(brand, chat.getChatId(), outside, asOf);
        }
    }

    private void members(Brand brand, String chat, List<GroupMember> outside, Instant asOf) {
        Map<String, Instant> present = new HashMap<>();
        outside.forEach(member -> present.put(member.getUserId(), at(member.getJoinTime(), asOf)));
        present.keySet().removeAll(erased(brand, present));
        String[] people = present.keySet().toArray(String[]::new);
        database.update(GROUP_MEMBER)
                .set(GROUP_MEMBER.LEFT_AT, asOf)
                .where(of(brand, chat))
                .and(GROUP_MEMBER.LEFT_AT.isNull())
                .and(GROUP_MEMBER.EXTERNAL_USERID.ne(DSL.all(people)))
                .execute();
        RowSet rows = new RowSet(GROUP_MEMBER.EXTERNAL_USERID, GROUP_MEMBER.JOINED_AT);
        present.forEach(rows::row);
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        database.insertInto(
                        GROUP_MEMBER,
                        GROUP_MEMBER.BRAND_ID,
                        GROUP_MEMBER.CHAT_ID,
                        GROUP_MEMBER.EXTERNAL_USERID,
                        GROUP_MEMBER.JOINED_AT)
                .select(DSL.select(
                                DSL.val(brand.id().value()),
                                DSL.val(chat),
                                given.field(GROUP_MEMBER.EXTERNAL_USERID),
                                given.field(GROUP_MEMBER.JOINED_AT))
                        .from(given.table()))
                .onConflict(GROUP_MEMBER.BRAND_ID, GROUP_MEMBER.CHAT_ID, GROUP_MEMBER.EXTERNAL_USERID)
                .doUpdate()
                .setNull(GROUP_MEMBER.LEFT_AT)
                .where(GROUP_MEMBER.LEFT_AT.isNotNull())
                .execute();
    }

    /// Those who asked to be forgotten after they joined: WeCom still knows them, we do not.
    private List<String> erased(Brand brand, Map<String, Instant> present) {
        Map<Identifier, Instant> erased = customers.erased(
                brand.id(),
                present.keySet().stream()
                        .map(person -> new Identifier(IdentifierKind.EXTERNAL_USERID, person))
                        .toList());
        return erased.entrySet().stream()
                .filter(one -> !present.getOrDefault(one.getKey().value(), Instant.EPOCH)
                        .isAfter(one.getValue()))
                .map(one -> one.getKey().value())
                .toList();
    }

    private static Instant at(@Nullable Long seconds, Instant otherwise) {
        return seconds == null || seconds == 0 ? otherwise : Instant.ofEpochSecond(seconds);
    }

    /// The group is no more.
    public void ended(Brand brand, String chat) {
        database.update(GROUP_CHAT)
                .set(GROUP_CHAT.ENDED_AT, clock.instant())
                .where(GROUP_CHAT.BRAND_ID.eq(brand.id().value()))
                .and(GROUP_CHAT.CHAT_ID.eq(chat))
                .and(GROUP_CHAT.ENDED_AT.isNull())
                .execute();
    }

    /// Ends those that a complete reading did not see.
    int endUnseen(Brand brand, Instant since) {
        return database.update(GROUP_CHAT)
                .set(GROUP_CHAT.ENDED_AT, clock.instant())
                .where(GROUP_CHAT.BRAND_ID.eq(brand.id().value()))
                .and(GROUP_CHAT.ENDED_AT.isNull())
                .and(GROUP_CHAT.SEEN_AT.lt(since))
                .execute();
    }

    int known(Brand brand) {
        return database.fetchCount(
                GROUP_CHAT, GROUP_CHAT.BRAND_ID.eq(brand.id().value()).and(GROUP_CHAT.ENDED_AT.isNull()));
    }

    /// Those that are there now.
    ///
    /// @param q part of a group's or its owner's name
    public Page<GroupChatRow> list(Brand brand, @Nullable String q, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        Condition which = GROUP_CHAT.BRAND_ID.eq(brand.id().value()).and(GROUP_CHAT.ENDED_AT.isNull());
        if (q != null && !q.isBlank()) {
            which = which.and(GROUP_CHAT.NAME.contains(q.strip()).or(GUIDE.NAME.contains(q.strip())));
        }
        if (cursor != null) {
            which = which.and(GROUP_CHAT.CHAT_ID.gt(cursor.text(0)));
        }
        List<GroupChatRow> found = database.select()
                .from(GROUP_CHAT)
                .leftJoin(GUIDE)
                .on(GUIDE.BRAND_ID.eq(GROUP_CHAT.BRAND_ID))
                .and(GUIDE.USERID.eq(GROUP_CHAT.OWNER))
                .where(which)
                .orderBy(GROUP_CHAT.CHAT_ID)
                .limit(page.size() + 1)
                .fetch(row -> new GroupChatRow(
                        row.get(GROUP_CHAT.CHAT_ID),
                        row.get(GROUP_CHAT.NAME),
                        row.get(GROUP_CHAT.OWNER),
                        row.get(GUIDE.NAME),
                        row.get(GROUP_CHAT.OWNER_LEFT) || Boolean.FALSE.equals(row.get(GUIDE.ACTIVE)),
                        row.get(GROUP_CHAT.CUSTOMERS),
                        row.get(GROUP_CHAT.GUIDES),
                        row.get(GROUP_CHAT.CREATED_AT)));
        return Page.of(found, page.size(), row -> Cursor.of(row.chatId()));
    }

    private static Condition of(Brand brand, String chat) {
        return GROUP_MEMBER.BRAND_ID.eq(brand.id().value()).and(GROUP_MEMBER.CHAT_ID.eq(chat));
    }
}
