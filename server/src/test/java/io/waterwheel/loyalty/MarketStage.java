package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.SimulatedMarket;
import io.waterwheel.testing.TestEvents;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/// A brand whose members have phones and points, and shops on two marketplaces.
final class MarketStage {

    final MallStage mall;
    final SimulatedMarket market;
    private final EventLog log;
    private final int port;

    MarketStage(MallStage mall, SimulatedMarket market, EventLog log, int port) {
        this.mall = mall;
        this.market = market;
        this.log = log;
        this.port = port;
    }

    static String freshPhone() {
        return "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }

    /// Connected in the console, and opened on the marketplace.
    ///
    /// @return its number
    String connect(String marketplace, int perSecond) {
        String name = "shop-" + mall.coupons.brand.key();
        Browser.Answer made = mall.coupons.admin.post(
                mall.path("/marketplace-shops"),
                Map.of(
                        "marketplace",
                        marketplace,
                        "name",
                        name,
                        "appKey",
                        "key-1",
                        "secret",
                        SimulatedMarket.SECRET,
                        "salt",
                        SimulatedMarket.SALT,
                        "api",
                        market.url()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.text()).doesNotContain(SimulatedMarket.SECRET);
        market.open(
                marketplace,
                name,
                "http://127.0.0.1:" + port + made.json().path("address").asString(),
                perSecond);
        return made.json().path("id").asString();
    }

    JsonNode shop(String id) {
        for (JsonNode shop :
                mall.coupons.operator.get(mall.path("/marketplace-shops")).json()) {
            if (shop.path("id").asString().equals(id)) {
                return shop;
            }
        }
        throw new AssertionError("no shop " + id);
    }

    /// A member of the brand with a phone.
    CustomerNo member(String phone, long points) {
        CustomerNo customer = identified(EventNames.MEMBER_JOINED, new Identifier(IdentifierKind.PHONE, phone));
        await().atMost(CouponStage.PATIENCE)
                .until(() -> !mall.coupons
                        .operator
                        .get(mall.path("/customers/" + customer + "/memberships"))
                        .json()
                        .isEmpty());
        if (points > 0) {
            mall.earn(customer, points);
        }
        return customer;
    }

    CustomerNo identified(String event, Identifier... names) {
        EventLog.Appended appended = log.append(List.of(
                        TestEvents.event(mall.coupons.brand, TestEvents.identified(names), event, Instant.now(), "{}")))
                .getFirst();
        return Objects.requireNonNull(((EventLog.Appended.Written) appended).customer());
    }

    /// The customer the console shows for the only bound member.
    CustomerNo bound(String shop) {
        JsonNode members = mall.coupons
                .operator
                .get(mall.path("/marketplace-shops/" + shop + "/members"))
                .json()
                .path("items");
        assertThat(members).hasSize(1);
        return new CustomerNo(members.path(0).path("customer").asInt());
    }

    /// Until the marketplace shows so many points.
    void untilShown(String marketplace, String buyer, long points) {
        await().atMost(CouponStage.PATIENCE.multipliedBy(2))
                .untilAsserted(() -> assertThat(
                                market.member(marketplace, buyer).path("points").asLong(-1))
                        .isEqualTo(points));
    }

    JsonNode points(String buyer, String record, String type, long points, String of) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("ouid", buyer, "record_id", record, "change_type", type, "point", points));
        if (!of.isEmpty()) {
            fields.put("origin_record_id", of);
        }
        return market.call("tmall", "points", fields);
    }
}
