package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.town.Friendships.Friend;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Guide;
import io.waterwheel.simulator.world.Person;
import io.waterwheel.simulator.world.TagGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Customers and whose friends they are (客户联系): WeCom doc path/92571 (guides), path/92113 (list), path/92114
/// (one), path/92994 (in bulk).
final class ContactEndpoints {
    private static final int GUIDES_PER_CALL = 100;

    private final Town town;

    ContactEndpoints(Town town) {
        this.town = town;
    }

    Map<String, Object> followUsers(Call call) {
        return Map.of("follow_user", town.guides().stream().map(Guide::userid).toList());
    }

    Map<String, Object> list(Call call) {
        var friends = town.friendships().ofGuide(existing(call.query("userid")));
        if (friends.isEmpty()) {
            throw new Refused(84061, ErrorText.of(84061));
        }
        return Map.of(
                "external_userid", friends.stream().map(Friend::externalUserid).toList());
    }

    Map<String, Object> get(Call call) {
        var person = town.directory()
                .byExternalUserid(call.query("external_userid"))
                .orElseThrow(() -> new Refused(40096, ErrorText.of(40096)));
        var friends = town.friendships().ofCustomer(call.query("external_userid"));
        if (friends.isEmpty()) {
            throw new Refused(84061, ErrorText.of(84061));
        }
        return Map.of(
                "external_contact",
                contact(person),
                "follow_user",
                friends.stream().map(this::followWithTags).toList());
    }

    Map<String, Object> inBulk(Call call) {
        var userids = call.texts("userid_list");
        if (userids.isEmpty() || userids.size() > GUIDES_PER_CALL) {
            throw new Refused(40058, "userid_list holds 1 to " + GUIDES_PER_CALL);
        }
        var friends = new ArrayList<Friend>();
        userids.forEach(userid -> friends.addAll(town.friendships().ofGuide(existing(userid))));
        if (friends.isEmpty()) {
            throw new Refused(84061, ErrorText.of(84061));
        }
        var page = CursorPage.of(friends, call.text("cursor"), call.limit(50, 100));
        return Map.of(
                "external_contact_list",
                page.items().stream().map(this::contactWithFollow).toList(),
                "next_cursor",
                page.nextCursor());
    }

    private String existing(String userid) {
        return town.directory()
                .guide(userid)
                .map(Guide::userid)
                .orElseThrow(() -> new Refused(60111, ErrorText.of(60111)));
    }

    private Map<String, Object> contactWithFollow(Friend friend) {
        var follow = follow(friend);
        follow.put("tag_id", List.copyOf(friend.tagIds()));
        var person = town.directory().byExternalUserid(friend.externalUserid()).orElseThrow();
        return Map.of("external_contact", contact(person), "follow_info", follow);
    }

    private Map<String, Object> followWithTags(Friend friend) {
        var follow = follow(friend);
        var tags = new ArrayList<Map<String, Object>>();
        for (var group : town.tagGroups()) {
            group.tag().stream()
                    .filter(tag -> friend.tagIds().contains(tag.id()))
                    .forEach(tag -> tags.add(tag(group, tag)));
        }
        follow.put("tags", tags);
        return follow;
    }

    private static Map<String, Object> tag(TagGroup group, TagGroup.Tag tag) {
        return Map.of("group_name", group.groupName(), "tag_name", tag.name(), "tag_id", tag.id(), "type", 1);
    }

    private static Map<String, Object> contact(Person person) {
        var contact = new LinkedHashMap<String, Object>();
        contact.put("external_userid", person.externalUserid());
        contact.put("name", person.name());
        // 1 is a WeChat user, 2 a WeCom user.
        contact.put("type", 1);
        contact.put("avatar", "");
        contact.put("gender", 0);
        if (person.unionid() != null) {
            contact.put("unionid", person.unionid());
        }
        return contact;
    }

    private static Map<String, Object> follow(Friend friend) {
        var follow = new LinkedHashMap<String, Object>();
        follow.put("userid", friend.follow().userid());
        follow.put("remark", "");
        follow.put("description", "");
        follow.put("createtime", friend.follow().createtime());
        follow.put("add_way", friend.follow().addWay());
        follow.put("oper_userid", friend.follow().userid());
        if (friend.follow().state() != null) {
            follow.put("state", friend.follow().state());
        }
        return follow;
    }
}
