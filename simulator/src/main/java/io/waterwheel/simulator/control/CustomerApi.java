package io.waterwheel.simulator.control;

import static java.util.Objects.requireNonNullElse;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import io.waterwheel.simulator.people.CustomerActs;
import io.waterwheel.simulator.town.Order;
import io.waterwheel.simulator.town.Received;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Person;
import java.util.LinkedHashMap;
import java.util.Map;

/// Customers, what they received and did, and acting in their name.
public final class CustomerApi {
    private static final int MOST_FOUND = 100;

    private record Act(String messageKey, String action) {}

    private final Town town;
    private final CustomerActs acts;

    public CustomerApi(Town town, CustomerActs acts) {
        this.town = town;
        this.acts = acts;
    }

    public void register(Routes routes) {
        routes.on(
                        "GET",
                        "/sim/customers",
                        request -> Answer.json(
                                town.alone(() -> CustomerSearch.find(town, request.query("q"), MOST_FOUND).stream()
                                        .map(CustomerApi::line)
                                        .toList())))
                .on("GET", "/sim/customers/{person}", request -> town.alone(() -> one(request)))
                .on("POST", "/sim/customers/{person}/act", this::act);
    }

    private Answer one(Request request) {
        var person = town.directory().person(request.captured("person"));
        if (person.isEmpty()) {
            return Answer.refused(404, "no such person");
        }
        var answer = line(person.get());
        answer.put(
                "received",
                town.inboxes().of(person.get().id()).stream()
                        .map(CustomerApi::line)
                        .toList());
        answer.put(
                "orders",
                town.orders().of(person.get().id()).stream()
                        .map(CustomerApi::line)
                        .toList());
        return Answer.json(answer);
    }

    private Answer act(Request request) {
        var person = request.captured("person");
        var act = Json.read(request.body(), Act.class);
        var key = requireNonNullElse(act.messageKey(), "");
        var outcome = switch (requireNonNullElse(act.action(), "")) {
            case "read" -> acts.read(person, key);
            case "click" -> acts.click(person, key);
            case "delete-friend" -> acts.deleteFriend(person, key);
            default -> throw new IllegalArgumentException("action is read, click or delete-friend");
        };
        return switch (outcome) {
            case DONE -> Answer.json(Map.of());
            case NOT_FOUND -> Answer.refused(404, "no such person or message");
            case NOT_POSSIBLE -> Answer.refused(409, "nothing to do that with");
        };
    }

    private static Map<String, Object> line(Person person) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", person.id());
        line.put("name", person.name());
        line.put("external_userid", person.externalUserid());
        line.put("email", person.email());
        line.put("shopUserId", person.shopUserId());
        return line;
    }

    private static Map<String, Object> line(Received received) {
        var message = received.message();
        var line = new LinkedHashMap<String, Object>();
        line.put("messageKey", message.key());
        line.put("channel", message.channel());
        line.put("sender", message.sender());
        line.put("subject", message.subject());
        line.put("text", message.text());
        line.put("links", message.links());
        line.put("at", received.at());
        line.put("readAt", received.readAt());
        line.put("clickedAt", received.clickedAt());
        line.put("orderId", received.order());
        return line;
    }

    private static Map<String, Object> line(Order order) {
        var line = new LinkedHashMap<String, Object>();
        line.put("orderId", order.id());
        line.put("totalMinor", order.totalMinor());
        line.put("messageKey", order.messageKey());
        line.put("at", order.at());
        return line;
    }
}
