package io.waterwheel.simulator.control;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import io.waterwheel.simulator.people.Guides;
import io.waterwheel.simulator.town.MassSend;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Guide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Guides and their mass-send tasks.
public final class GuideApi {
    private final Town town;
    private final Guides guides;

    public GuideApi(Town town, Guides guides) {
        this.town = town;
        this.guides = guides;
    }

    public void register(Routes routes) {
        routes.on("GET", "/sim/guides", request -> Answer.json(town.alone(this::list)))
                .on("GET", "/sim/guides/{userid}", request -> town.alone(() -> one(request)))
                .on(
                        "POST",
                        "/sim/guides/{userid}/tasks/{msgid}/confirm",
                        request -> town.alone(() -> confirm(request)));
    }

    private List<Map<String, Object>> list() {
        var waiting = town.massSends().stream()
                .filter(send -> !send.cancelled())
                .flatMap(send -> send.tasks().stream())
                .filter(task -> task.confirmedAt() == null)
                .collect(Collectors.groupingBy(MassSend.Task::userid, Collectors.counting()));
        return town.guides().stream()
                .map(guide -> {
                    var line = line(guide);
                    line.put("waiting", waiting.getOrDefault(guide.userid(), 0L));
                    return line;
                })
                .toList();
    }

    private Answer one(Request request) {
        var guide = town.directory().guide(request.captured("userid"));
        if (guide.isEmpty()) {
            return Answer.refused(404, "no such guide");
        }
        var tasks = new ArrayList<Map<String, Object>>();
        town.massSends()
                .forEach(send -> send.task(guide.get().userid()).ifPresent(task -> tasks.add(line(send, task))));
        var notices = town.notices().stream()
                .filter(notice -> notice.userids().contains(guide.get().userid()))
                .map(notice -> Map.of("msgid", notice.msgid(), "text", notice.text(), "at", notice.at()))
                .toList();
        var answer = line(guide.get());
        answer.put("tasks", tasks);
        answer.put("notices", notices);
        return Answer.json(answer);
    }

    private Answer confirm(Request request) {
        return switch (guides.confirm(request.captured("userid"), request.captured("msgid"))) {
            case CONFIRMED, ALREADY_CONFIRMED -> {
                var task = town.massSend(request.captured("msgid"))
                        .flatMap(send -> send.task(request.captured("userid")))
                        .orElseThrow();
                yield Answer.json(Map.of("statuses", counts(task)));
            }
            case CANCELLED -> Answer.refused(409, "the mass message was cancelled");
            case NO_SUCH_TASK -> Answer.refused(404, "no such task");
        };
    }

    private Map<String, Object> line(Guide guide) {
        var line = new LinkedHashMap<String, Object>();
        line.put("userid", guide.userid());
        line.put("name", guide.name());
        line.put("friends", town.friendships().ofGuide(guide.userid()).size());
        return line;
    }

    private static Map<String, Object> line(MassSend send, MassSend.Task task) {
        var line = new LinkedHashMap<String, Object>();
        line.put("msgid", send.msgid());
        line.put("text", send.content().text());
        line.put("createdAt", send.createdAt());
        line.put("state", state(send, task));
        line.put("recipients", task.recipients().size());
        line.put("reminders", send.reminders().size());
        Optional.ofNullable(task.confirmedAt()).ifPresent(at -> line.put("confirmedAt", at));
        line.put("statuses", counts(task));
        return line;
    }

    private static String state(MassSend send, MassSend.Task task) {
        return task.confirmedAt() != null ? "confirmed" : send.cancelled() ? "cancelled" : "waiting";
    }

    /// How many customers have which status.
    private static Map<Integer, Long> counts(MassSend.Task task) {
        return task.statuses().values().stream()
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    }
}
