package io.waterwheel.simulator;

import io.waterwheel.simulator.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Worlds for tests: a few guides, and customers who are friends of one guide each.
final class WorldBuilder {
    static final int AGENT = 1000002;

    private final List<Map<String, Object>> people = new ArrayList<>();
    private final Map<String, Object> behaviour = new LinkedHashMap<>();
    private final Map<String, Object> limits = new LinkedHashMap<>();
    private @Nullable Map<String, Object> callback;
    private @Nullable Map<String, Object> shop;
    private long seed = 42;

    /// Adds customers p0, p1, … who are friends of the guide; their external_userid is wm0, wm1, ….
    WorldBuilder friends(String guide, int count) {
        for (int i = 0; i < count; i++) {
            int n = people.size();
            var person = new LinkedHashMap<String, Object>();
            person.put("id", "p" + n);
            person.put("external_userid", "wm" + n);
            person.put("unionid", "union" + n);
            person.put("name", "客户" + n);
            person.put("email", "p" + n + "@people.test");
            person.put("shopUserId", "shop" + n);
            person.put("follow", List.of(Map.of("userid", guide, "createtime", 1_700_000_000 + n, "add_way", 1)));
            people.add(person);
        }
        return this;
    }

    WorldBuilder behaviour(String name, Object value) {
        behaviour.put(name, value);
        return this;
    }

    WorldBuilder customerMessagesPerMonth(int most) {
        limits.put("customerMessagesPerMonth", most);
        return this;
    }

    WorldBuilder callback(String url, String token, String encodingAesKey) {
        callback = Map.of("url", url, "token", token, "encodingAesKey", encodingAesKey);
        return this;
    }

    WorldBuilder shop(String trackUrl, String writeKey) {
        shop = Map.of("trackUrl", trackUrl, "writeKey", writeKey);
        return this;
    }

    WorldBuilder seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    String json() {
        var world = new LinkedHashMap<String, Object>();
        world.put("corpId", SimulatorFixture.CORP);
        world.put("secret", SimulatorFixture.SECRET);
        world.put("agentId", AGENT);
        world.put("callback", callback);
        world.put(
                "departments",
                List.of(
                        Map.of("id", 1, "name", "总部", "parentid", 0, "order", 1),
                        Map.of("id", 2, "name", "一店", "parentid", 1, "order", 1),
                        Map.of("id", 3, "name", "二店", "parentid", 1, "order", 2)));
        world.put(
                "guides",
                List.of(
                        Map.of("userid", "lin", "name", "林导购", "department", List.of(2)),
                        Map.of("userid", "zhao", "name", "赵导购", "department", List.of(3)),
                        Map.of("userid", "idle", "name", "新导购", "department", List.of(3))));
        world.put("people", people);
        world.put("behaviour", behaviour);
        world.put("shop", shop);
        world.put("limits", limits);
        world.put("seed", seed);
        return Json.text(world);
    }
}
