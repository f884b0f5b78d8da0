package io.waterwheel.simulator.control;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.simulator.callback.Callbacks;
import io.waterwheel.simulator.callback.Manner;
import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Friendships.Friend;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.TagGroup;
import io.waterwheel.simulator.world.TagGroup.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What guides and administrators do with corp tags in WeCom itself. WeCom tells of it as `change_external_tag` and
/// `edit_external_contact` (doc path/92130); what an app does by the API it does not tell of.
public final class TagApi {

    /// A change of the library.
    ///
    /// @param change `create`, `rename`, `delete` or `shuffle`
    /// @param id     of the tag or group that is renamed, deleted or shuffled
    /// @param group  of create, the group's name
    /// @param name   the tag's name, or the new name
    /// @param silent the callback is lost
    private record Change(
            String change,
            @Nullable String id,
            @Nullable String group,
            @Nullable String name,
            boolean silent,
            boolean duplicate,
            long delayMillis) {}

    /// A guide marks a friend.
    ///
    /// @param silent the callback is lost
    private record Mark(
            @JsonProperty("external_userid") String externalUserid,
            @Nullable List<String> add,
            @Nullable List<String> remove,
            boolean silent,
            boolean duplicate,
            long delayMillis) {}

    private final Town town;
    private final Callbacks callbacks;

    public TagApi(Town town, Callbacks callbacks) {
        this.town = town;
        this.callbacks = callbacks;
    }

    public void register(Routes routes) {
        routes.on("GET", "/sim/tags", request -> Answer.json(town.alone(town::tagGroups)))
                .on("POST", "/sim/tags", request -> town.alone(() -> change(request)))
                .on("GET", "/sim/guides/{userid}/tags", request -> town.alone(() -> marked(request)))
                .on("POST", "/sim/guides/{userid}/tags", request -> town.alone(() -> mark(request)));
    }

    /// The tags on each of a guide's friends.
    private Answer marked(Request request) {
        return Answer.json(town.friendships().ofGuide(request.captured("userid")).stream()
                .map(friend -> Map.of("external_userid", friend.externalUserid(), "tags", List.copyOf(friend.tagIds())))
                .toList());
    }

    private Answer mark(Request request) {
        var userid = request.captured("userid");
        var mark = Json.read(request.body(), Mark.class);
        if (town.friendships()
                .between(userid, mark.externalUserid())
                .map(Friend::tagIds)
                .isEmpty()) {
            return Answer.refused(409, "not a friend");
        }
        town.record(new Fact.TagsMarked(
                userid,
                mark.externalUserid(),
                requireNonNullElse(mark.add(), List.of()),
                requireNonNullElse(mark.remove(), List.of())));
        tell(
                Map.of(
                        "ChangeType",
                        "edit_external_contact",
                        "UserID",
                        userid,
                        "ExternalUserID",
                        mark.externalUserid()),
                mark.silent(),
                mark.duplicate(),
                mark.delayMillis());
        return Answer.json(Map.of());
    }

    private Answer change(Request request) {
        var change = Json.read(request.body(), Change.class);
        var id = requireNonNullElse(change.id(), "");
        var name = requireNonNullElse(change.name(), "");
        boolean group =
                town.tagGroups().stream().anyMatch(known -> known.groupId().equals(id));
        return switch (change.change()) {
            case "create" -> {
                if (taken(each -> each.groupName().equals(change.group()), name)) {
                    yield Answer.refused(409, "the group has a tag of that name");
                }
                var made = create(requireNonNullElse(change.group(), ""), name);
                tell(change, "create", made.id(), false);
                yield Answer.json(made);
            }
            case "rename" -> {
                boolean refused = group
                        ? town.tagGroups().stream()
                                .anyMatch(each -> each.groupName().equals(name))
                        : taken(
                                each -> each.tag().stream()
                                        .anyMatch(tag -> tag.id().equals(id)),
                                name);
                if (refused) {
                    yield Answer.refused(409, "the name is taken");
                }
                town.record(new Fact.TagsDefined(town.tagGroups().stream()
                        .map(known -> renamed(known, id, name))
                        .toList()));
                tell(change, "update", id, group);
                yield Answer.json(Map.of());
            }
            case "delete" -> {
                town.record(new Fact.TagsDefined(town.tagGroups().stream()
                        .filter(known -> !known.groupId().equals(id))
                        .map(known -> without(known, id))
                        .filter(known -> !known.tag().isEmpty())
                        .toList()));
                tell(change, "delete", id, group);
                yield Answer.json(Map.of());
            }
            case "shuffle" -> {
                tell(change, "shuffle", id, group);
                yield Answer.json(Map.of());
            }
            default -> throw new IllegalArgumentException("change is create, rename, delete or shuffle");
        };
    }

    private boolean taken(Predicate<TagGroup> in, String name) {
        return town.tagGroups().stream()
                .filter(in)
                .flatMap(group -> group.tag().stream())
                .anyMatch(tag -> tag.name().equals(name));
    }

    private Tag create(String groupName, String name) {
        var groups = new ArrayList<>(town.tagGroups());
        var known = groups.stream()
                .filter(group -> group.groupName().equals(groupName))
                .findFirst();
        var group = known.orElseGet(() -> new TagGroup("etg" + UUID.randomUUID(), groupName, List.of()));
        var tag = new Tag("et" + UUID.randomUUID(), name);
        var tags = new ArrayList<>(group.tag());
        tags.add(tag);
        var changed = new TagGroup(group.groupId(), groupName, tags);
        if (known.isEmpty()) {
            groups.add(changed);
        }
        groups.replaceAll(each -> each.groupId().equals(changed.groupId()) ? changed : each);
        town.record(new Fact.TagsDefined(groups));
        return tag;
    }

    private static TagGroup renamed(TagGroup group, String id, String name) {
        return new TagGroup(
                group.groupId(),
                group.groupId().equals(id) ? name : group.groupName(),
                group.tag().stream()
                        .map(tag -> tag.id().equals(id) ? new Tag(id, name) : tag)
                        .toList());
    }

    private static TagGroup without(TagGroup group, String id) {
        return new TagGroup(
                group.groupId(),
                group.groupName(),
                group.tag().stream().filter(tag -> !tag.id().equals(id)).toList());
    }

    private void tell(Change change, String type, String id, boolean group) {
        tell(
                Map.of(
                        "Event",
                        "change_external_tag",
                        "Id",
                        id,
                        "TagType",
                        group ? "tag_group" : "tag",
                        "ChangeType",
                        type),
                change.silent(),
                change.duplicate(),
                change.delayMillis());
    }

    private void tell(Map<String, String> event, boolean silent, boolean duplicate, long delayMillis) {
        if (!silent) {
            callbacks.push(town.world(), event, new Manner(duplicate, false, null, delayMillis));
        }
    }
}
