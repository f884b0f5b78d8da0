package io.waterwheel.simulator.control;

import static java.util.Objects.requireNonNullElse;

import io.waterwheel.simulator.callback.Callbacks;
import io.waterwheel.simulator.callback.Manner;
import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Follow;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pushes any event, properly or with a fault, and asks for the URL's verification.
public final class CallbackApi {

    /// @param event the XML's fields by their names, at least ChangeType; the usual ones are filled in when absent
    private record Push(
            Map<String, String> event,
            boolean duplicate,
            boolean wrongSignature,
            @Nullable String receiveId,
            long delayMillis) {}

    private final Town town;
    private final Callbacks callbacks;
    private final InstantSource clock;

    public CallbackApi(Town town, Callbacks callbacks, InstantSource clock) {
        this.town = town;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    public void register(Routes routes) {
        routes.on("POST", "/sim/callbacks", this::push)
                .on("POST", "/sim/callbacks/verify", request -> verify())
                .on("GET", "/sim/callbacks", request -> Answer.json(callbacks.count()));
    }

    private Answer push(Request request) {
        var push = Json.read(request.body(), Push.class);
        Map<String, String> event = requireNonNullElse(push.event(), Map.of());
        if (!event.containsKey("ChangeType")) {
            throw new IllegalArgumentException("event needs at least its ChangeType");
        }
        var manner = new Manner(push.duplicate(), push.wrongSignature(), push.receiveId(), push.delayMillis());
        return town.alone(() -> {
            if (town.world().callback() == null) {
                return Answer.refused(409, "the world has no callback");
            }
            if (manner.genuine()) {
                makeTrue(event);
            }
            callbacks.push(town.world(), event, manner);
            return Answer.json(Map.of());
        });
    }

    private Answer verify() {
        // Not in the town's turn: the product may call this server before it answers.
        var problem = callbacks.verify(town.alone(town::world));
        return problem.isEmpty() ? Answer.json(Map.of("ok", true)) : Answer.refused(409, problem);
    }

    /// What a genuine event says has happened, so that the API agrees with it. A forged one changes nothing.
    private void makeTrue(Map<String, String> event) {
        var userid = event.getOrDefault("UserID", "");
        var externalUserid = event.getOrDefault("ExternalUserID", "");
        if (town.directory().guide(userid).isEmpty()
                || town.directory().byExternalUserid(externalUserid).isEmpty()) {
            return;
        }
        boolean friends = town.friendships().between(userid, externalUserid).isPresent();
        switch (event.get("ChangeType")) {
            case "add_external_contact", "add_half_external_contact" -> {
                if (!friends) {
                    var since = event.getOrDefault("CreateTime", Long.toString(clock.millis() / 1000));
                    var follow = new Follow(userid, Long.parseLong(since), 1, event.get("State"));
                    town.record(new Fact.FriendAdded(externalUserid, follow));
                }
            }
            case "del_external_contact", "del_follow_user" -> {
                if (friends) {
                    town.record(new Fact.FriendRemoved(externalUserid, userid));
                }
            }
            case null, default -> {}
        }
    }
}
