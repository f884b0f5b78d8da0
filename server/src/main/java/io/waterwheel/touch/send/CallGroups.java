package io.waterwheel.touch.send;

import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.broadcast.Personalised;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts together what one call can carry: so many recipients, those of one sender where somebody must stand
/// as it, and where the channel carries one text, those of one text.
final class CallGroups {

    private record Key(@Nullable String sender, @Nullable String subject, String text) {

        static Key of(Personalised one, boolean sharedText) {
            String sender = one.route().sender();
            return sharedText ? new Key(sender, one.subject(), one.text()) : new Key(sender, null, "");
        }
    }

    private CallGroups() {}

    static List<List<Personalised>> of(List<Personalised> people, ChannelPromise promise) {
        if (!promise.sharedText() && !promise.perSender()) {
            return pieces(people, promise.mostPerCall());
        }
        Map<Key, List<Personalised>> equal = new LinkedHashMap<>();
        people.forEach(one -> equal.computeIfAbsent(Key.of(one, promise.sharedText()), key -> new ArrayList<>())
                .add(one));
        List<List<Personalised>> groups = new ArrayList<>();
        equal.values().forEach(same -> groups.addAll(pieces(same, promise.mostPerCall())));
        return groups;
    }

    private static List<List<Personalised>> pieces(List<Personalised> people, int most) {
        List<List<Personalised>> pieces = new ArrayList<>();
        for (int from = 0; from < people.size(); from += most) {
            pieces.add(people.subList(from, Math.min(people.size(), from + most)));
        }
        return pieces;
    }
}
