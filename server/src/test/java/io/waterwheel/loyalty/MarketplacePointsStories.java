package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedMarket;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Points move on marketplaces, and marketplaces are told of points.
@ServerTest
class MarketplacePointsStories {

    private static SimulatedMarket market;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private PointsLedger ledger;

    @LocalServerPort
    private int port;

    private MarketStage stage;
    private String shop;
    private String phone;
    private CustomerNo li;

    @BeforeAll
    static void aMarketplace(@Autowired TestClock clock) {
        market = new SimulatedMarket(clock);
    }

    @AfterAll
    static void closes() {
        market.close();
    }

    @BeforeEach
    void aBoundMember() {
        MallStage mall = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
        stage = new MarketStage(mall, market, log, port);
        shop = stage.connect("tmall", 0);
        phone = MarketStage.freshPhone();
        li = stage.member(phone, 500);
        market.join("tmall", "li", phone);
    }

    @AfterEach
    void theLedgerAddsUp() {
        market.noFaults();
        assertThat(stage.mall
                        .coupons
                        .operator
                        .get(stage.mall.path("/points/reconciliation"))
                        .json()
                        .path("differences")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatIsSpentIsBookedOnceWhateverIsRepeatedAndGivenBackOnce() {
        assertThat(stage.points("li", "r1", "0", 300, "").path("point").asString())
                .isEqualTo("200");
        JsonNode again = stage.points("li", "r1", "0", 300, "");
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.path("result_code").asString()).isEqualTo("SUC");
        assertThat(stage.points("li", "r1", "0", 299, "").path("sub_code").asString())
                .isEqualTo("marketplace-record-taken");
        assertThat(stage.points("li", "b1", "1", 300, "r1").path("point").asString())
                .isEqualTo("500");
        assertThat(stage.points("li", "b1", "1", 300, "r1").path("repeated").asBoolean())
                .isTrue();
        assertThat(stage.points("li", "b2", "1", 1, "r1").path("sub_code").asString())
                .isEqualTo("marketplace-return-too-large");
        assertThat(stage.points("li", "b3", "1", 1, "r9").path("sub_code").asString())
                .isEqualTo("marketplace-record-unknown");
        assertThat(stage.points("li", "e1", "2", 20, "").path("point").asString())
                .isEqualTo("520");
        assertThat(stage.points("li", "r2", "0", 521, "").path("result_code").asString())
                .isEqualTo("E07");
        assertThat(stage.mall.points(customers.currentOf(li))).isEqualTo(520);
        stage.untilShown("tmall", "li", 520);
        assertThat(stage.mall
                        .coupons
                        .operator
                        .get(stage.mall.path("/customers/" + li + "/points/entries"))
                        .text())
                .contains("r1");
    }

    @Test
    void twoMarketplacesSpendTheSamePointsAtOnceAndNeverMoreThanThereIs() throws Exception {
        stage.connect("douyin", 0);
        market.join("douyin", "dy-li", phone);
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> tries = IntStream.range(0, 16)
                    .mapToObj(i -> many.submit(() -> i % 2 == 0
                            ? stage.points("li", "t" + i, "0", 100, "")
                                    .path("result_code")
                                    .asString()
                                    .equals("SUC")
                            : market.call(
                                                    "douyin",
                                                    "points",
                                                    Map.of(
                                                            "open_id",
                                                            "dy-li",
                                                            "record_id",
                                                            "d" + i,
                                                            "type",
                                                            "spend",
                                                            "points",
                                                            100))
                                            .path("data")
                                            .path("error_code")
                                            .asInt(-1)
                                    == 0))
                    .toList();
            int taken = 0;
            for (Future<Boolean> one : tries) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(5);
        }
        assertThat(stage.mall.points(customers.currentOf(li))).isZero();
        stage.untilShown("tmall", "li", 0);
        stage.untilShown("douyin", "dy-li", 0);
    }

    @Test
    void aMarketplaceThatWasDownIsToldTheNewestOfEachMemberOnlyAndNothingOlderAfterIt() {
        stage.untilShown("tmall", "li", 500);
        int told = market.member("tmall", "li").path("pushes").size();
        market.fault(Map.of("path", "/router/rest", "kind", "drop-before"));
        for (int i = 0; i < 20; i++) {
            stage.mall.earn(li, 1);
        }
        await().atMost(CouponStage.PATIENCE)
                .until(() -> !stage.shop(shop).path("trouble").isNull());
        int calls = market.state("tmall").path("calls").asInt();
        stage.mall.earn(li, 1);
        market.noFaults();
        stage.untilShown("tmall", "li", 521);
        await().atMost(CouponStage.PATIENCE)
                .until(() -> stage.shop(shop).path("waiting").asInt() == 0);
        assertThat(market.member("tmall", "li").path("pushes").size() - told).isLessThanOrEqualTo(2);
        assertThat(market.state("tmall").path("calls").asInt() - calls).isLessThanOrEqualTo(3);
        assertThat(stage.shop(shop).path("trouble").isNull()).isTrue();
    }

    @Test
    void aMarketplaceThatAsksToSlowDownIsToldLaterAndWhatItRefusesIsShown() {
        market.fault(Map.of("path", "/router/rest", "kind", "errcode", "errcode", 429, "times", 2));
        stage.mall.earn(li, 5);
        stage.untilShown("tmall", "li", 505);
        market.call("tmall", "look", Map.of("ouid", "li"));
        // The marketplace forgot them without telling.
        market.open("tmall", "shop-" + stage.mall.coupons.brand.key(), "http://127.0.0.1:1", 0);
        stage.mall.earn(li, 5);
        await().atMost(CouponStage.PATIENCE).untilAsserted(() -> {
            JsonNode stuck = stage.mall
                    .coupons
                    .operator
                    .get(stage.mall.path("/marketplace-shops/" + shop + "/members?stuck=true"))
                    .json()
                    .path("items");
            assertThat(stuck).hasSize(1);
            assertThat(stuck.path(0).path("trouble").asString()).isEqualTo("isv.member-not-bound");
        });
    }

    @Test
    void callsThatProveNothingAreRefusedInTmallsFormAndCounted() {
        assertThat(forged("guess", 0).path("sub_code").asString()).isEqualTo("sign-check-failure");
        assertThat(forged(SimulatedMarket.SECRET, 3_600).path("sub_code").asString())
                .isEqualTo("sign-check-failure");
        assertThat(stage.points("li", "x", "0", 0, "").path("sub_code").asString())
                .isEqualTo("marketplace-points-absurd");
        assertThat(stage.points("li", "x", "0", Long.MAX_VALUE, "")
                        .path("sub_code")
                        .asString())
                .isEqualTo("marketplace-points-absurd");
        assertThat(stage.points("nobody", "x", "0", 5, "").path("result_code").asString())
                .isEqualTo("E02");
        Browser.Answer unknown = browsers.open().post("/callbacks/marketplace/no-such-shop", "{}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("marketplace-shop-unknown");
        JsonNode refused = stage.shop(shop).path("refused");
        assertThat(refused.path("marketplace-signature-wrong").asInt()).isEqualTo(1);
        assertThat(refused.path("marketplace-timestamp-old").asInt()).isEqualTo(1);
        assertThat(refused.path("marketplace-points-absurd").asInt()).isEqualTo(2);
        assertThat(stage.mall.points(customers.currentOf(li))).isEqualTo(500);
    }

    private JsonNode forged(String secret, long secondsAgo) {
        return market.call("tmall", "look", Map.of("ouid", "li"), secret, secondsAgo)
                .path("answer");
    }
}
