package io.waterwheel.simulator.town;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Customer groups, and what was posted in each by mass messages.
public final class Groups {

    /// One message as it stands in a group.
    public record Post(String msgid, String sender, String text, long at) {}

    private final Map<String, GroupChat> groups = new LinkedHashMap<>();
    private final Map<String, List<Post>> posts = new HashMap<>();

    public Collection<GroupChat> all() {
        return Collections.unmodifiableCollection(groups.values());
    }

    public Optional<GroupChat> find(String chatId) {
        return Optional.ofNullable(groups.get(chatId));
    }

    /// Those that were dismissed keep theirs.
    public List<Post> posts(String chatId) {
        return Collections.unmodifiableList(posts.getOrDefault(chatId, List.of()));
    }

    public int posts(String chatId, YearMonth month) {
        return (int) posts(chatId).stream()
                .filter(post -> Inboxes.monthOf(post.at()).equals(month))
                .count();
    }

    void set(GroupChat group) {
        groups.put(group.chatId(), group);
    }

    void dismiss(String chatId) {
        groups.remove(chatId);
    }

    void post(String chatId, Post post) {
        posts.computeIfAbsent(chatId, id -> new ArrayList<>()).add(post);
    }
}
