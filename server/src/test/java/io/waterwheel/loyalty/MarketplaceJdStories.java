package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedMarket;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// JD says the same in its own words, and is told of points that come and go.
@ServerTest
class MarketplaceJdStories {

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
    void aMemberWhoJoinsOnJd() {
        MallStage mall = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
        stage = new MarketStage(mall, market, log, port);
        shop = stage.connect("jd", 0);
        String phone = MarketStage.freshPhone();
        li = stage.member(phone, 40);
        JsonNode joined = market.join("jd", "li", phone);
        assertThat(joined.path("code").asString()).as(joined.toString()).isEqualTo("0");
        assertThat(joined.at("/data/point").asLong()).isEqualTo(40);
    }

    @Test
    void theMemberIsFoundByTheirMixedMobileAndJdShowsWhatTheyHave() {
        assertThat(stage.bound(shop)).isEqualTo(customers.currentOf(li));
        stage.mall.coupons.told(li, EventNames.MARKETPLACE_LINKED, 1);
        stage.mall.earn(li, 2);
        stage.untilShown("jd", "li", 42);
        assertThat(call("queryMember", Map.of()).at("/data/point").asLong()).isEqualTo(42);
        assertThat(market.leave("jd", "li").at("/data/bind_status").asInt()).isEqualTo(3);
        assertThat(call("queryMember", Map.of()).path("code").asString()).isEqualTo("10001");
        assertThat(stage.mall.points(customers.currentOf(li))).isEqualTo(42);
    }

    @Test
    void whatIsSpentThereIsBookedOnceAndGivenBackOnce() {
        Map<String, Object> spend = Map.of("recordId", "r1", "changeType", "sub", "point", 30);
        assertThat(call("points", spend).at("/data/point").asLong()).isEqualTo(10);
        assertThat(call("points", spend).at("/data/repeated").asBoolean()).isTrue();
        JsonNode poor = call("points", Map.of("recordId", "r2", "changeType", "sub", "point", 11));
        assertThat(poor.at("/data/retCode").asString()).isEqualTo("E03");
        assertThat(poor.at("/data/sub_code").asString()).isEqualTo("points-insufficient");
        stage.untilShown("jd", "li", 10);
        Map<String, Object> back = Map.of("recordId", "b1", "changeType", "add", "point", 30, "originRecordId", "r1");
        assertThat(call("points", back).at("/data/point").asLong()).isEqualTo(40);
        assertThat(call("points", back).at("/data/repeated").asBoolean()).isTrue();
        stage.untilShown("jd", "li", 40);
    }

    @Test
    void anAnswerThatIsLostMovesNothingTwice() {
        market.fault(Map.of("path", "/CrmMemberPoint/modifyMemberPointToCdp", "kind", "drop-after-work", "times", 1));
        stage.mall.earn(li, 5);
        stage.untilShown("jd", "li", 45);
        await().atMost(CouponStage.PATIENCE)
                .until(() -> stage.shop(shop).path("waiting").asInt() == 0);
        assertThat(market.member("jd", "li").path("points").asLong()).isEqualTo(45);
        assertThat(stage.shop(shop).path("stuck").asInt()).isZero();
    }

    @Test
    void callsThatProveNothingAreRefusedInJdsForm() {
        assertThat(forged("guess", 0)).isEqualTo("9003");
        assertThat(forged(SimulatedMarket.SECRET, 3_600)).isEqualTo("9003");
        assertThat(call("nonsense", Map.of()).path("code").asString()).isEqualTo("9001");
        assertThat(call("points", Map.of("recordId", "x", "changeType", "sub", "point", -5))
                        .at("/data/sub_code")
                        .asString())
                .isEqualTo("marketplace-points-absurd");
        assertThat(stage.mall.points(customers.currentOf(li))).isEqualTo(40);
    }

    private JsonNode call(String operation, Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("account", "li");
        return market.call("jd", operation, all);
    }

    private String forged(String secret, long secondsAgo) {
        return market.call("jd", "look", Map.of("account", "li"), secret, secondsAgo)
                .path("answer")
                .path("code")
                .asString();
    }
}
