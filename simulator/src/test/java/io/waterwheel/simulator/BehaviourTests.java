package io.waterwheel.simulator;

import static io.waterwheel.simulator.MassSendTests.message;
import static io.waterwheel.simulator.SimulatorFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.simulator.http.Json;
import io.waterwheel.simulator.http.UrlEncoded;
import jakarta.mail.Transport;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.WxCpOauth2UserInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BehaviourTests {
    private static final List<Map<String, Object>> PRODUCTS = List.of(
            Map.of("code", "A1", "name", "咖啡豆", "price", "68.00"),
            Map.of("code", "B2", "name", "滤杯", "price", "128.50"));

    private final SimulatorFixture town = new SimulatorFixture();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final Set<String> visitors = ConcurrentHashMap.newKeySet();
    private final RecordingServer product = new RecordingServer((exchange, asked) -> switch (asked.path()) {
        case "/v1/track" -> unavailable.getAndDecrement() > 0 ? 503 : 200;
        case "/go" -> {
            exchange.getResponseHeaders().add("Set-Cookie", "session=abc; Path=/; HttpOnly");
            exchange.getResponseHeaders().set("Location", authorize());
            yield 302;
        }
        case "/landing" -> {
            visitors.add(visitor(asked.query()).getExternalUserId());
            yield 200;
        }
        default -> 404;
    });

    @AfterEach
    void end() {
        town.close();
        product.close();
    }

    @Test
    void everybodyReadsClicksThroughTheAuthorisationAndBuysWhenAllRatesAreOne() throws Exception {
        town.with(world().friends("lin", 50)
                .behaviour("readRate", 1)
                .behaviour("clickRate", 1)
                .behaviour("buyRate", 1));
        send("新品到店 " + product.url("/go") + "，来看看", 50);
        eventually(() -> assertThat(product.at("/v1/track")).hasSize(50));
        eventually(() -> assertThat(town.truth("ordersUntold")).isZero());

        assertThat(town.truth("deliveredWithLink")).isEqualTo(50);
        assertThat(town.truth("read")).isEqualTo(50);
        assertThat(town.truth("clicked")).isEqualTo(50);
        assertThat(town.truth("boughtFromClick")).isEqualTo(50);
        assertThat(visitors).hasSize(50).contains("wm7");
        assertThat(product.at("/landing")).allMatch(asked -> asked.cookie().contains("session=abc"));
        assertThat(product.at("/v1/track"))
                .allMatch(asked -> asked.authorization().equals("Basic d3JpdGUta2V5Og=="));
        var events = product.at("/v1/track").stream()
                .map(asked -> json(asked.body()))
                .toList();
        assertThat(events.stream().map(event -> event.path("messageId").asString()))
                .doesNotHaveDuplicates();
        assertThat(events.stream().map(event -> event.path("userId").asString()))
                .contains("shop7");
        assertThat(events).allSatisfy(BehaviourTests::addsUp);
        assertThat(town.sim("GET", "/sim/customers/p7").path("orders")).hasSize(1);
    }

    @Test
    void peopleActAtTheRatesGivenAndTheSameAgainWithTheSameSeed() throws Exception {
        var first = whoBought(11);
        assertThat(first.size()).isBetween(85, 165);
        assertThat(whoBought(11)).isEqualTo(first);
        assertThat(whoBought(12)).isNotEqualTo(first);
    }

    @Test
    void guidesConfirmUnaskedAtTheirRate() throws Exception {
        town.with(world().friends("lin", 5).behaviour("confirmRate", 1));
        town.contacts().addMsgTemplate(message("你好", "lin", customers(5)));
        eventually(() -> assertThat(town.truth("delivered")).isEqualTo(5));
        assertThat(town.truth("deliveredWithLink")).isZero();
    }

    @Test
    void aReaderOfALetterClicksItsLinkToo() throws Exception {
        town.with(world().friends("lin", 1).behaviour("readRate", 1).behaviour("clickRate", 1));
        Transport.send(MailTests.letter(town, "p0@people.test", product.url("/go")));
        eventually(() -> assertThat(town.truth("clicked")).isEqualTo(1));
        assertThat(visitors).containsExactly("wm0");
        assertThat(town.truth("boughtFromClick")).isZero();
    }

    @Test
    void nobodyIsCalledOutsideThisMachine() throws Exception {
        town.with(world().friends("lin", 5).behaviour("readRate", 1).behaviour("clickRate", 1));
        send("http://brand.example/new", 5);
        eventually(() -> assertThat(town.truth("read")).isEqualTo(5));
        eventually(() -> assertThat(town.truth("planned")).isZero());
        assertThat(town.truth("clicked")).isZero();
    }

    @Test
    void baseOrdersArriveAllTheTimeAndAnUnavailableShopIsToldLater() {
        unavailable.set(3);
        // A million orders per person and day are one every 43 ms for two people.
        town.with(world().friends("lin", 2).behaviour("baseOrdersPerPersonPerDay", 1_000_000));
        eventually(() -> assertThat(town.truth("baseOrders")).isGreaterThan(20));
        town.sim("PATCH", "/sim/behaviour", "{\"baseOrdersPerPersonPerDay\":0}");
        eventually(() -> assertThat(town.truth("ordersUntold")).isZero());
        var ids = new HashSet<String>();
        product.at("/v1/track")
                .forEach(asked -> ids.add(json(asked.body()).path("messageId").asString()));
        assertThat(ids).hasSize((int) town.truth("baseOrders"));
    }

    @Test
    void actsAreDoneInACustomersName() throws Exception {
        town.with(world().friends("lin", 1));
        var msgid = send(product.url("/go"), 1);
        assertThat(act(msgid, "read")).isEqualTo(200);
        assertThat(town.truth("read")).isEqualTo(1);
        assertThat(act(msgid, "click")).isEqualTo(200);
        assertThat(visitors).containsExactly("wm0");
        assertThat(act("no-such-message", "click")).isEqualTo(404);
        assertThat(act(msgid, "dance")).isEqualTo(400);
    }

    private Set<String> whoBought(long seed) throws Exception {
        town.with(world().friends("lin", 1000)
                .seed(seed)
                .behaviour("readRate", 0.5)
                .behaviour("clickRate", 0.5)
                .behaviour("buyRate", 0.5));
        send(product.url("/landing?state="), 1000);
        eventually(() ->
                assertThat(town.truth("planned") + town.truth("ordersUntold")).isZero());
        return IntStream.range(0, 1000)
                .mapToObj(i -> "p" + i)
                .filter(person -> !town.sim("GET", "/sim/customers/" + person)
                        .path("orders")
                        .isEmpty())
                .collect(Collectors.toSet());
    }

    private WorldBuilder world() {
        return new WorldBuilder()
                .shop(product.url("/v1/track"), "write-key")
                .behaviour("orderMeanMinor", 12_800)
                .behaviour("orderSigma", 0.6)
                .behaviour("products", PRODUCTS);
    }

    private String send(String text, int count) throws Exception {
        var msgid = town.contacts()
                .addMsgTemplate(message(text, "lin", customers(count)))
                .getMsgId();
        town.confirm("lin", msgid);
        return msgid;
    }

    private int act(String messageKey, String action) {
        var body = Json.text(Map.of("messageKey", messageKey, "action", action));
        return town.call("POST", "/sim/customers/p0/act", body).statusCode();
    }

    private static List<String> customers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "wm" + i).toList();
    }

    private String authorize() {
        return town.simulator.url() + "/connect/oauth2/authorize?appid=" + SimulatorFixture.CORP + "&redirect_uri="
                + UrlEncoded.encode(product.url("/landing?from=go"))
                + "&response_type=code&scope=snsapi_base&state=s1#wechat_redirect";
    }

    /// What the product does with the code it gets back.
    private WxCpOauth2UserInfo visitor(String query) {
        var code = UrlEncoded.parse(query).getOrDefault("code", "");
        try {
            return code.isEmpty()
                    ? WxCpOauth2UserInfo.builder().externalUserId("nobody").build()
                    : town.wecom().getOauth2Service().getAuthUserInfo(code);
        } catch (WxErrorException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addsUp(JsonNode event) {
        assertThat(event.path("event").asString()).isEqualTo("Order Completed");
        var properties = event.path("properties");
        var line = properties.path("products").get(0);
        var lines =
                line.path("price").decimalValue().multiply(line.path("quantity").decimalValue());
        assertThat(lines.subtract(properties.path("discount").decimalValue())
                        .add(properties.path("shipping").decimalValue()))
                .isEqualByComparingTo(properties.path("total").decimalValue());
    }

    private static JsonNode json(String text) {
        return Json.tree(text.getBytes(StandardCharsets.UTF_8));
    }
}
