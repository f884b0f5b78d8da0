package io.waterwheel.simulator.town;

import io.waterwheel.simulator.world.Follow;
import io.waterwheel.simulator.world.World;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who is whose friend now, and the tags that each guide put on each friend.
public final class Friendships {

    /// One guide's friendship with one customer.
    ///
    /// @param tagIds corp tags on this friendship; WeCom keeps tags per friendship, not per customer
    public record Friend(String externalUserid, Follow follow, Set<String> tagIds) {}

    private final Map<String, Map<String, Friend>> byGuide = new HashMap<>();
    private final Map<String, Map<String, Friend>> byCustomer = new HashMap<>();

    Friendships(World world) {
        for (var person : world.people()) {
            var externalUserid = person.externalUserid();
            if (externalUserid != null) {
                person.follow().forEach(follow -> add(externalUserid, follow));
            }
        }
    }

    /// A guide's friends, oldest entry first.
    public Collection<Friend> ofGuide(String userid) {
        return Collections.unmodifiableCollection(
                byGuide.getOrDefault(userid, Map.of()).values());
    }

    public Collection<Friend> ofCustomer(String externalUserid) {
        return Collections.unmodifiableCollection(
                byCustomer.getOrDefault(externalUserid, Map.of()).values());
    }

    public Optional<Friend> between(String userid, String externalUserid) {
        return Optional.ofNullable(byGuide.getOrDefault(userid, Map.of()).get(externalUserid));
    }

    void add(String externalUserid, Follow follow) {
        var friend = new Friend(externalUserid, follow, new LinkedHashSet<>());
        byGuide.computeIfAbsent(follow.userid(), id -> new LinkedHashMap<>()).put(externalUserid, friend);
        byCustomer.computeIfAbsent(externalUserid, id -> new LinkedHashMap<>()).put(follow.userid(), friend);
    }

    void remove(String externalUserid, String userid) {
        byGuide.getOrDefault(userid, new HashMap<>()).remove(externalUserid);
        byCustomer.getOrDefault(externalUserid, new HashMap<>()).remove(userid);
    }

    void mark(Fact.TagsMarked marked) {
        between(marked.userid(), marked.externalUserid()).ifPresent(friend -> {
            marked.removed().forEach(friend.tagIds()::remove);
            friend.tagIds().addAll(marked.added());
        });
    }

    /// Takes tags that no longer exist off every friend.
    void keepOnly(Set<String> tagIds) {
        byGuide.values()
                .forEach(friends ->
                        friends.values().forEach(friend -> friend.tagIds().retainAll(tagIds)));
    }
}
