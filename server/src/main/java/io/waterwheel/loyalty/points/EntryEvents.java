package io.waterwheel.loyalty.points;

import io.waterwheel.kernel.event.EventNames;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How bookings read on the timeline.
final class EntryEvents {

    static final String SOURCE = "loyalty";

    private static final JsonMapper JSON = JsonMapper.shared();

    private EntryEvents() {}

    /// What an entry of this kind is called; nothing where the timeline has it already, or where nothing
    /// changed for the member.
    static Optional<String> name(EntryKind kind) {
        return switch (kind) {
            case EARN -> Optional.of(EventNames.POINTS_EARNED);
            case SPEND, CAPTURE -> Optional.of(EventNames.POINTS_REDEEMED);
            case FREEZE -> Optional.of(EventNames.POINTS_FROZEN);
            case RELEASE -> Optional.of(EventNames.POINTS_RELEASED);
            case TAKE_BACK -> Optional.of(EventNames.POINTS_TAKEN_BACK);
            case GIVE_BACK -> Optional.of(EventNames.POINTS_GIVEN_BACK);
            case DEDUCT -> Optional.of(EventNames.POINTS_DEDUCTED);
            case EXPIRE -> Optional.of(EventNames.POINTS_EXPIRED);
            case OPEN, MATURE -> Optional.empty();
        };
    }

    /// The values of the reason first: none of them can pass for what the ledger says.
    static String properties(
            EntryKind kind,
            long asked,
            long points,
            @Nullable String key,
            String reason,
            String details,
            @Nullable Instant expiresAt) {
        Map<String, Object> properties = new LinkedHashMap<>();
        JSON.readTree(details)
                .properties()
                .forEach(
                        value -> properties.put(value.getKey(), value.getValue().asString()));
        // What was earned and paid debts with it was earned.
        properties.put("points", kind == EntryKind.EARN ? asked : points);
        if (asked != points) {
            properties.put(kind == EntryKind.EARN ? "reached" : "asked", kind == EntryKind.EARN ? points : asked);
        }
        properties.put("reason", reason);
        if (key != null) {
            properties.put("key", key);
        }
        if (expiresAt != null) {
            properties.put("expires_at", expiresAt.toString());
        }
        return JSON.writeValueAsString(properties);
    }
}
