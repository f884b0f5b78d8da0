package io.waterwheel.touch.send;

import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.broadcast.Personalised;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts together what one call can carry: one sender, one text, so many recipients.
final class CallGroups {

    private record Key(@Nullable String sender, @Nullable String subject, String text) {}

    private CallGroups() {}

    static List<List<Personalised>> of(List<Personalised> people, ChannelPromise promise) {
        if (!promise.sharedText()) {
            return people.stream().map(List::of).toList();
        }
        Map<Key, List<Personalised>> equal = new LinkedHashMap<>();
        people.forEach(one -> equal.computeIfAbsent(
                        new Key(one.route().sender(), one.subject(), one.text()), key -> new ArrayList<>())
                .add(one));
        List<List<Personalised>> groups = new ArrayList<>();
        for (List<Personalised> same : equal.values()) {
            for (int from = 0; from < same.size(); from += promise.mostPerCall()) {
                groups.add(same.subList(from, Math.min(same.size(), from + promise.mostPerCall())));
            }
        }
        return groups;
    }
}
