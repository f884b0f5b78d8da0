package io.waterwheel.wecom.friend;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What a friendship says on the timeline. Callback and synchronisation make the same event of the same fact, with
/// the same message id, so it counts once whoever tells it first.
@Component
class FriendEvents {

    private static final String SOURCE = WecomSource.NAME;

    private final JsonMapper json;

    FriendEvents(JsonMapper json) {
        this.json = json;
    }

    NewEvent added(Brand brand, Friendship friend) {
        return event(brand, friend, EventNames.FRIEND_ADDED, key("friend", friend), friend.createdAt());
    }

    /// We had taken it for ended, and were wrong, or it began again within the same second. Told for the moment after
    /// the end, so that it outlives that end and nothing later.
    NewEvent foundAgain(Brand brand, Friendship friend, Instant endedAt) {
        return event(
                brand,
                friend,
                EventNames.FRIEND_ADDED,
                key("friend", friend) + "/again/" + endedAt.getEpochSecond(),
                endedAt.plusMillis(1));
    }

    NewEvent renamed(Brand brand, Friendship friend, Instant now) {
        String key = "contact/" + friend.externalUserid() + "/" + Long.toHexString(friend.contactHash());
        Map<String, Object> traits = new LinkedHashMap<>();
        put(traits, "name", friend.name());
        return new NewEvent(
                brand.id(),
                SOURCE,
                key,
                EventNames.IDENTIFIED,
                now,
                subject(friend.externalUserid(), friend.unionid()),
                json.writeValueAsString(traits),
                "{}");
    }

    NewEvent removed(Brand brand, String externalUserid, String userid, Instant at) {
        return new NewEvent(
                brand.id(),
                SOURCE,
                "unfriend/" + externalUserid + "/" + userid + "/" + at.getEpochSecond(),
                EventNames.FRIEND_REMOVED,
                at,
                subject(externalUserid, null),
                json.writeValueAsString(Map.of("guide", userid)),
                "{}");
    }

    private NewEvent event(Brand brand, Friendship friend, String name, String messageId, Instant at) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("guide", friend.userid());
        properties.put("add_way", friend.addWay());
        put(properties, "state", friend.state());
        put(properties, "name", friend.name());
        return new NewEvent(
                brand.id(),
                SOURCE,
                messageId,
                name,
                at,
                subject(friend.externalUserid(), friend.unionid()),
                json.writeValueAsString(properties),
                "{}");
    }

    private static String key(String what, Friendship friend) {
        return what + "/" + friend.externalUserid() + "/" + friend.userid() + "/"
                + friend.createdAt().getEpochSecond();
    }

    private static Subject subject(String externalUserid, @Nullable String unionid) {
        List<Identifier> identifiers = new ArrayList<>();
        identifiers.add(new Identifier(IdentifierKind.EXTERNAL_USERID, externalUserid));
        if (unionid != null) {
            identifiers.add(new Identifier(IdentifierKind.UNIONID, unionid));
        }
        return new Subject.Identified(identifiers);
    }

    private static void put(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
