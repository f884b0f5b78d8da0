package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.town.GroupChat;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Guide;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Customer groups (客户群): WeCom doc path/92120 (list), path/92122 (one).
final class GroupEndpoints {
    private static final int MOST_OWNERS = 100;

    private final Town town;

    GroupEndpoints(Town town) {
        this.town = town;
    }

    Map<String, Object> list(Call call) {
        var owners = call.body().path("owner_filter").path("userid_list");
        if (owners.size() > MOST_OWNERS) {
            throw new Refused(40058, "userid_list holds at most " + MOST_OWNERS);
        }
        long filter = call.number("status_filter", 0);
        var groups = town.groups().all().stream()
                .filter(group -> owners.isEmpty()
                        || owners.valueStream()
                                .anyMatch(owner -> owner.asString("").equals(group.owner())))
                .filter(group -> filter == 0 || filter == status(group))
                .toList();
        if (call.number("limit", 0) < 1) {
            throw new Refused(40058, "limit is 1 to 1000");
        }
        var page = CursorPage.of(groups, call.text("cursor"), call.limit(1, 1_000));
        return Map.of(
                "group_chat_list",
                page.items().stream()
                        .map(group -> Map.of("chat_id", group.chatId(), "status", status(group)))
                        .toList(),
                "next_cursor",
                page.nextCursor());
    }

    /// 0 the owner is there, 1 the owner has left the corp.
    private int status(GroupChat group) {
        return town.directory().guide(group.owner()).isPresent() ? 0 : 1;
    }

    Map<String, Object> get(Call call) {
        var group = town.groups().find(call.text("chat_id")).orElseThrow(() -> new Refused(49008, ErrorText.of(49008)));
        boolean names = call.number("need_name", 0) == 1;
        var chat = new LinkedHashMap<String, Object>();
        chat.put("chat_id", group.chatId());
        chat.put("name", group.name());
        chat.put("owner", group.owner());
        chat.put("create_time", group.createTime());
        chat.put(
                "member_list",
                group.members().stream().map(member -> member(member, names)).toList());
        chat.put("admin_list", List.of(Map.of("userid", group.owner())));
        chat.put("member_version", Integer.toHexString(group.members().hashCode()));
        return Map.of("group_chat", chat);
    }

    private Map<String, Object> member(GroupChat.Member member, boolean names) {
        var line = new LinkedHashMap<String, Object>();
        line.put("userid", member.userid());
        line.put("type", member.type());
        line.put("join_time", member.joinTime());
        line.put("join_scene", member.joinScene());
        line.put("group_nickname", "");
        if (member.type() == GroupChat.CUSTOMER) {
            var person = town.directory().byExternalUserid(member.userid());
            person.map(found -> found.unionid()).ifPresent(unionid -> line.put("unionid", unionid));
            if (names) {
                person.ifPresent(found -> line.put("name", found.name()));
            }
        } else if (names) {
            town.directory().guide(member.userid()).map(Guide::name).ifPresent(name -> line.put("name", name));
        }
        return line;
    }
}
