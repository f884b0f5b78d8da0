package io.waterwheel.wecom;

import static io.waterwheel.customer.generated.Tables.TOUCHPOINT;
import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.wecom.generated.Tables.CALLBACK;
import static io.waterwheel.wecom.generated.Tables.FRIEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.touch.BroadcastFixture;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Callbacks come twice, late, in any order, and forged; what is known afterwards is what WeCom holds.
@ServerTest
class CallbackOrderTests {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final int ROUNDS = 5;
    private static final int LENGTH = 16;
    private static final int LATEST_MILLIS = 250;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DSLContext database;

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CORP.close();
    }

    /// What is known of friendships: who is whose friend since when, and how many can be written to by each guide.
    private record Known(Set<String> friends, Map<String, Integer> reachable) {}

    @Test
    void callbacksInAnyOrderEndInWhatWeComHolds() {
        long seed = 20_261_127;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(seed + round);
            long from = Instant.now().getEpochSecond() - 3 * 3_600;
            List<CallbackHistory.Step> history = CallbackHistory.of(random, from, LENGTH);
            String what = "seed " + (seed + round) + ": " + history;

            Brand orderly = corp();
            for (CallbackHistory.Step step : history) {
                tell(orderly, step, 0, false);
                settled(orderly);
            }
            Known inOrder = known(orderly);
            assertThat(inOrder.friends).as(what).isEqualTo(held());
            assertThat(inOrder.reachable).as(what).isEqualTo(perGuide(inOrder.friends));

            Brand disorderly = corp();
            for (CallbackHistory.Step step : history) {
                tell(disorderly, step, random.nextInt(LATEST_MILLIS), random.nextInt(3) == 0);
                if (random.nextInt(4) == 0) {
                    // Some are dealt with while the history goes on.
                    until(() -> due(disorderly), due -> due == 0);
                }
            }
            settled(disorderly);
            Known reordered = known(disorderly);
            assertThat(reordered.friends).as(what).isEqualTo(held()).isEqualTo(inOrder.friends);
            assertThat(reordered.reachable).as(what).isEqualTo(inOrder.reachable);
            assertThat(stored(disorderly)).as(what).isEqualTo(stored(orderly)).isEqualTo(distinct(history));
        }
    }

    private long expected;

    private Brand corp() {
        BroadcastFixture fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
        Brand brand = fixture.brand();
        CORP.world(
                brand,
                CallbackHistory.GUIDES,
                CallbackHistory.PEOPLE,
                "http://127.0.0.1:" + port + "/callbacks/wecom/" + brand.key());
        fixture.connect(CORP, brand);
        expected = taken();
        for (int person = 1; person <= CallbackHistory.PEOPLE; person++) {
            // What a first synchronisation would have found.
            push(Map.of(
                    "event",
                    Map.of(
                            "ChangeType",
                            "edit_external_contact",
                            "UserID",
                            "g1",
                            "ExternalUserID",
                            SimulatedCorp.external(brand, person),
                            "CreateTime",
                            "1700000000")));
            expected++;
        }
        settled(brand);
        return brand;
    }

    private void tell(Brand brand, CallbackHistory.Step step, int delayMillis, boolean twice) {
        Map<String, Object> how = new HashMap<>();
        how.put("event", step.of(brand));
        how.put("delayMillis", delayMillis);
        how.put("duplicate", twice);
        switch (step.forgery()) {
            case "signature" -> how.put("wrongSignature", true);
            case "corp" -> how.put("receiveId", "wwSomebodyElse");
            default -> expected += twice ? 2 : 1;
        }
        push(how);
    }

    private void push(Map<String, ?> how) {
        CORP.send("POST", "/sim/callbacks", how);
    }

    private long taken() {
        return CORP.send("GET", "/sim/callbacks", null).path("taken").asLong();
    }

    /// Every genuine one has been taken and dealt with.
    private void settled(Brand brand) {
        until(this::taken, taken -> taken >= expected);
        until(() -> due(brand), due -> due == 0);
    }

    private int due(Brand brand) {
        return database.fetchCount(
                CALLBACK, CALLBACK.BRAND_ID.eq(brand.id().value()).and(CALLBACK.DUE_AT.isNotNull()));
    }

    private int stored(Brand brand) {
        return database.fetchCount(CALLBACK, CALLBACK.BRAND_ID.eq(brand.id().value())) - CallbackHistory.PEOPLE;
    }

    private static int distinct(List<CallbackHistory.Step> history) {
        return (int) history.stream()
                .filter(CallbackHistory.Step::genuine)
                .map(step -> {
                    Map<String, String> key = new TreeMap<>(step.event());
                    key.keySet().removeAll(Set.of("FailReason", "MemChangeCnt"));
                    return key;
                })
                .distinct()
                .count();
    }

    private Known known(Brand brand) {
        Set<String> friends = new TreeSet<>();
        database.selectFrom(FRIEND)
                .where(FRIEND.BRAND_ID.eq(brand.id().value()))
                .and(FRIEND.REMOVED_AT.isNull())
                .forEach(row -> friends.add(friend(
                        row.getUserid(),
                        row.getExternalUserid(),
                        row.getCreatedAt().getEpochSecond())));
        Map<String, Integer> reachable = new TreeMap<>();
        database.select(TOUCHPOINT.VIA, DSL.count())
                .from(TOUCHPOINT)
                .where(TOUCHPOINT.BRAND_ID.eq(brand.id().value()))
                .and(TOUCHPOINT.CHANNEL.eq("wecom"))
                .and(TOUCHPOINT.USABLE.isTrue())
                .groupBy(TOUCHPOINT.VIA)
                .forEach(row -> reachable.put(row.value1(), row.value2()));
        return new Known(friends, reachable);
    }

    /// People by their number, and friendships of before the history without their time, so that two corps compare.
    private static String friend(String guide, String external, long since) {
        boolean fromTheBeginning = since < Instant.now().getEpochSecond() - 4 * 3_600;
        return guide + " " + external.substring(external.lastIndexOf('-') + 1) + " " + (fromTheBeginning ? 0 : since);
    }

    private static Map<String, Integer> perGuide(Set<String> friends) {
        Map<String, Integer> counts = new TreeMap<>();
        friends.forEach(friend -> counts.merge(friend.substring(0, friend.indexOf(' ')), 1, Integer::sum));
        return counts;
    }

    /// Asks the simulator as anybody would ask WeCom.
    private Set<String> held() {
        String corp = CORP.send("GET", "/sim/world", null).path("corpId").asString();
        String token = CORP.send(
                        "GET", "/cgi-bin/gettoken?corpid=" + corp + "&corpsecret=" + SimulatedCorp.SECRET, null)
                .path("access_token")
                .asString();
        Set<String> friends = new TreeSet<>();
        for (int guide = 1; guide <= CallbackHistory.GUIDES; guide++) {
            JsonNode list = CORP.send(
                    "POST",
                    "/cgi-bin/externalcontact/batch/get_by_user?access_token=" + token,
                    Map.of("userid_list", List.of("g" + guide), "limit", 100));
            for (JsonNode one : list.path("external_contact_list")) {
                friends.add(friend(
                        one.path("follow_info").path("userid").asString(),
                        one.path("external_contact").path("external_userid").asString(),
                        one.path("follow_info").path("createtime").asLong()));
            }
        }
        return friends;
    }
}
