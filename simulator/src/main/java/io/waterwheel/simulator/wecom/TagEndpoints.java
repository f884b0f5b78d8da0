package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.TagGroup;
import io.waterwheel.simulator.world.TagGroup.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Corp tags (企业标签, WeCom doc path/92117) and putting them on customers (path/92118).
final class TagEndpoints {
    private final Town town;

    TagEndpoints(Town town) {
        this.town = town;
    }

    Map<String, Object> list(Call call) {
        var tagIds = call.texts("tag_id");
        var groupIds = call.texts("group_id");
        var groups = new ArrayList<Map<String, Object>>();
        for (var group : town.tagGroups()) {
            var tags = group.tag().stream()
                    .filter(tag -> tagIds.isEmpty() || tagIds.contains(tag.id()))
                    .toList();
            boolean wanted = groupIds.isEmpty() || groupIds.contains(group.groupId());
            if (wanted && (tagIds.isEmpty() || !tags.isEmpty())) {
                groups.add(rendered(new TagGroup(group.groupId(), group.groupName(), tags)));
            }
        }
        return Map.of("tag_group", groups);
    }

    Map<String, Object> add(Call call) {
        var groups = new ArrayList<>(town.tagGroups());
        var groupId = call.text("group_id");
        var groupName = call.text("group_name");
        var group = groups.stream()
                .filter(known -> groupId.isEmpty()
                        ? known.groupName().equals(groupName)
                        : known.groupId().equals(groupId))
                .findFirst()
                .orElseGet(() -> new TagGroup(fresh("etg", 0), groupName, List.of()));
        var tags = new ArrayList<>(group.tag());
        var added = new ArrayList<Tag>();
        for (var node : call.body().path("tag")) {
            var name = Call.text(node, "name");
            if (tags.stream().anyMatch(tag -> tag.name().equals(name))) {
                throw new Refused(40071, "tag name already exists");
            }
            var tag = new Tag(fresh("et", added.size() + 1), name);
            tags.add(tag);
            added.add(tag);
        }
        var changed = new TagGroup(group.groupId(), group.groupName(), tags);
        if (!groups.contains(group)) {
            groups.add(changed);
        }
        groups.replaceAll(known -> known.groupId().equals(changed.groupId()) ? changed : known);
        town.record(new Fact.TagsDefined(groups));
        return Map.of("tag_group", rendered(new TagGroup(group.groupId(), group.groupName(), added)));
    }

    Map<String, Object> rename(Call call) {
        var id = call.text("id");
        var name = call.text("name");
        for (var group : town.tagGroups()) {
            boolean in = group.tag().stream().anyMatch(tag -> tag.id().equals(id));
            boolean taken = group.tag().stream()
                    .anyMatch(tag -> tag.name().equals(name) && !tag.id().equals(id));
            if (in && taken) {
                throw new Refused(40071, "tag name already exists");
            }
        }
        town.record(new Fact.TagsDefined(town.tagGroups().stream()
                .map(group -> new TagGroup(
                        group.groupId(),
                        group.groupId().equals(id) ? name : group.groupName(),
                        group.tag().stream()
                                .map(tag -> tag.id().equals(id) ? new Tag(id, name) : tag)
                                .toList()))
                .toList()));
        return Map.of();
    }

    Map<String, Object> remove(Call call) {
        var tagIds = call.texts("tag_id");
        var groupIds = call.texts("group_id");
        // A group whose last tag goes, goes with it (WeCom doc path/92117).
        town.record(new Fact.TagsDefined(town.tagGroups().stream()
                .filter(group -> !groupIds.contains(group.groupId()))
                .map(group -> new TagGroup(
                        group.groupId(),
                        group.groupName(),
                        group.tag().stream()
                                .filter(tag -> !tagIds.contains(tag.id()))
                                .toList()))
                .filter(group -> !group.tag().isEmpty())
                .toList()));
        return Map.of();
    }

    Map<String, Object> mark(Call call) {
        var userid = call.text("userid");
        var externalUserid = call.text("external_userid");
        if (town.friendships().between(userid, externalUserid).isEmpty()) {
            throw new Refused(84061, ErrorText.of(84061));
        }
        var known = town.tagGroups().stream()
                .flatMap(group -> group.tag().stream())
                .map(Tag::id)
                .toList();
        if (!known.containsAll(call.texts("add_tag"))) {
            throw new Refused(40068, ErrorText.of(40068));
        }
        town.record(new Fact.TagsMarked(userid, externalUserid, call.texts("add_tag"), call.texts("remove_tag")));
        return Map.of();
    }

    private String fresh(String prefix, int offset) {
        long tags = town.tagGroups().stream()
                .mapToLong(group -> 1 + group.tag().size())
                .sum();
        return prefix + Opaque.id(town.world().seed(), "tag", System.nanoTime() + tags + offset);
    }

    private static Map<String, Object> rendered(TagGroup group) {
        var tags = new ArrayList<Map<String, Object>>();
        for (var tag : group.tag()) {
            tags.add(Map.of("id", tag.id(), "name", tag.name(), "create_time", 0, "order", 0, "deleted", false));
        }
        var rendered = new LinkedHashMap<String, Object>();
        rendered.put("group_id", group.groupId());
        rendered.put("group_name", group.groupName());
        rendered.put("create_time", 0);
        rendered.put("order", 0);
        rendered.put("deleted", false);
        rendered.put("tag", tags);
        return rendered;
    }
}
