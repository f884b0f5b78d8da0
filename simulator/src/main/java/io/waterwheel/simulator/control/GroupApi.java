package io.waterwheel.simulator.control;

import static java.util.Objects.requireNonNullElse;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import io.waterwheel.simulator.people.Guides;
import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.GroupChat;
import io.waterwheel.simulator.town.Moment;
import io.waterwheel.simulator.town.Town;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Groups as a test wants them, what stands in them, members who leave the corp, and moments that guides
/// publish.
public final class GroupApi {

    /// @param people the members who are customers, by id
    private record Wanted(@Nullable String name, String owner, List<String> people) {}

    private final Town town;
    private final Guides guides;
    private final InstantSource clock;

    public GroupApi(Town town, Guides guides, InstantSource clock) {
        this.town = town;
        this.guides = guides;
        this.clock = clock;
    }

    public void register(Routes routes) {
        routes.on("PUT", "/sim/groups/{chat}", request -> town.alone(() -> set(request)))
                .on("GET", "/sim/groups/{chat}", request -> town.alone(() -> one(request)))
                .on(
                        "DELETE",
                        "/sim/groups/{chat}",
                        request -> town.alone(() -> {
                            town.record(new Fact.GroupDismissed(request.captured("chat")));
                            return Answer.json(Map.of());
                        }))
                .on(
                        "DELETE",
                        "/sim/guides/{userid}",
                        request -> town.alone(() -> {
                            town.record(new Fact.GuideLeft(request.captured("userid")));
                            return Answer.json(Map.of());
                        }))
                .on("GET", "/sim/moments", request -> Answer.json(town.alone(this::moments)))
                .on(
                        "POST",
                        "/sim/guides/{userid}/moments/{moment}/publish",
                        request -> town.alone(() -> publish(request)));
    }

    private Answer set(Request request) {
        var wanted = Json.read(request.body(), Wanted.class);
        var chatId = request.captured("chat");
        if (town.directory().guide(wanted.owner()).isEmpty()) {
            return Answer.refused(404, "no such guide");
        }
        long now = clock.millis() / 1_000;
        var members = new ArrayList<GroupChat.Member>();
        members.add(new GroupChat.Member(wanted.owner(), GroupChat.GUIDE, now, 1));
        for (var id : requireNonNullElse(wanted.people(), List.<String>of())) {
            var person = town.directory().person(id).orElse(null);
            if (person == null || person.externalUserid() == null) {
                return Answer.refused(404, "no such customer: " + id);
            }
            members.add(new GroupChat.Member(person.externalUserid(), GroupChat.CUSTOMER, now, 3));
        }
        long since = town.groups().find(chatId).map(GroupChat::createTime).orElse(now);
        town.record(new Fact.GroupSet(
                new GroupChat(chatId, requireNonNullElse(wanted.name(), ""), wanted.owner(), since, members)));
        return Answer.json(Map.of("members", members.size()));
    }

    private Answer one(Request request) {
        var chatId = request.captured("chat");
        var answer = new LinkedHashMap<String, Object>();
        town.groups().find(chatId).ifPresent(group -> answer.put("group", group));
        answer.put("posts", town.groups().posts(chatId));
        return Answer.json(answer);
    }

    private List<Map<String, Object>> moments() {
        return town.moments().stream().map(GroupApi::line).toList();
    }

    private static Map<String, Object> line(Moment moment) {
        var line = new LinkedHashMap<String, Object>();
        line.put("momentId", moment.momentId());
        line.put("text", moment.text());
        line.put("guides", moment.guides());
        line.put("tags", moment.tags());
        line.put("published", moment.published());
        line.put("cancelled", moment.cancelled());
        return line;
    }

    private Answer publish(Request request) {
        return guides.publish(request.captured("userid"), request.captured("moment"))
                ? Answer.json(Map.of())
                : Answer.refused(409, "nothing to publish");
    }
}
