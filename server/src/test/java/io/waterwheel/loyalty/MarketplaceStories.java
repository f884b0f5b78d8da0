package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedMarket;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Buyers on marketplaces join the brand's membership: one member, one balance.
@ServerTest
class MarketplaceStories {

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

    @BeforeAll
    static void aMarketplace(@Autowired TestClock clock) {
        market = new SimulatedMarket(clock);
    }

    @AfterAll
    static void closes() {
        market.close();
    }

    @BeforeEach
    void aConnectedShop() {
        MallStage mall = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
        stage = new MarketStage(mall, market, log, port);
        shop = stage.connect("tmall", 0);
    }

    @Test
    void aMemberWhoJoinsOnTmallIsFoundByTheirMixedMobileAndHasOneBalance() {
        String phone = MarketStage.freshPhone();
        CustomerNo li = stage.member(phone, 500);
        JsonNode answer = market.join("tmall", "li-on-tmall", phone);
        assertThat(answer.path("bind_code").asString()).as(answer.toString()).isEqualTo("SUC");
        assertThat(answer.path("member").path("point").asString()).isEqualTo("500");
        assertThat(stage.bound(shop)).isEqualTo(customers.currentOf(li));
        stage.mall.coupons.told(li, EventNames.MARKETPLACE_LINKED, 1);
        String buyer = "tmall:" + market.buyer("li-on-tmall");
        assertThat(customers
                        .named(stage.mall.coupons.brand.id(), IdentifierKind.BUYER_ID, List.of(buyer))
                        .get(buyer))
                .as("orders of this buyer are theirs")
                .isEqualTo(customers.currentOf(li));

        stage.mall.earn(li, 70);
        stage.untilShown("tmall", "li-on-tmall", 570);
        assertThat(market.call("tmall", "look", Map.of("ouid", "li-on-tmall"))
                        .path("member")
                        .path("point")
                        .asString())
                .isEqualTo("570");
    }

    @Test
    void whoeverIsBoundAgainIsAnsweredAsBefore() {
        String phone = MarketStage.freshPhone();
        CustomerNo li = stage.member(phone, 5);
        market.join("tmall", "li", phone);
        JsonNode again = market.join("tmall", "li", phone);
        assertThat(again.path("bind_code").asString()).isEqualTo("SUC");
        assertThat(again.path("new_member").asBoolean()).isFalse();
        assertThat(stage.shop(shop).path("members").asInt()).isEqualTo(1);
        stage.mall.coupons.told(li, EventNames.MARKETPLACE_LINKED, 1);
    }

    @Test
    void anotherMembersAccountAndAnotherAccountOfAMemberAreRefused() {
        String hers = MarketStage.freshPhone();
        String his = MarketStage.freshPhone();
        CustomerNo li = stage.member(hers, 5);
        CustomerNo wang = stage.member(his, 7);
        market.join("tmall", "li", hers);
        JsonNode taken = market.join("tmall", "li", his);
        assertThat(taken.path("bind_code").asString()).as(taken.toString()).isEqualTo("E05");
        assertThat(taken.path("sub_code").asString()).isEqualTo("marketplace-account-bound");
        JsonNode second = market.join("tmall", "li-second", hers);
        assertThat(second.path("bind_code").asString()).as(second.toString()).isEqualTo("E06");
        assertThat(second.path("sub_code").asString()).isEqualTo("marketplace-member-bound");
        assertThat(customers.currentOf(li))
                .as("nobody became anybody else for it")
                .isNotEqualTo(customers.currentOf(wang));
        assertThat(stage.shop(shop)
                        .path("refused")
                        .path("marketplace-member-bound")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aStrangerIsEnrolledAndBecomesWhoeverTurnsOutToHaveThePhone() {
        String phone = MarketStage.freshPhone();
        JsonNode joined = market.join("tmall", "stranger", phone);
        assertThat(joined.path("register_code").asString())
                .as(joined.toString())
                .isEqualTo("SUC");
        assertThat(joined.path("new_member").asBoolean()).isTrue();
        CustomerNo stranger = stage.bound(shop);
        stage.mall.earn(stranger, 30);

        CustomerNo atTheTill = stage.member(phone, 200);
        await().atMost(CouponStage.PATIENCE)
                .untilAsserted(
                        () -> assertThat(customers.currentOf(atTheTill)).isEqualTo(customers.currentOf(stranger)));
        stage.untilShown("tmall", "stranger", 230);
    }

    @Test
    void anOrderOfTheMarketplaceNamesTheSameCustomer() {
        market.join("tmall", "buyer-9", null);
        String named = "tmall:" + market.buyer("buyer-9");
        CustomerNo bound = stage.bound(shop);
        CustomerNo ordered = stage.identified(EventNames.IDENTIFIED, new Identifier(IdentifierKind.BUYER_ID, named));
        assertThat(ordered).isEqualTo(bound);
    }

    @Test
    void unboundThePointsStayAndTheMarketplaceIsToldNothingMore() {
        String phone = MarketStage.freshPhone();
        CustomerNo li = stage.member(phone, 50);
        market.join("tmall", "li", phone);
        assertThat(market.leave("tmall", "li").path("bind_code").asString()).isEqualTo("SUC");
        assertThat(market.leave("tmall", "li").path("bind_code").asString()).isEqualTo("SUC");
        stage.mall.coupons.told(li, EventNames.MARKETPLACE_UNLINKED, 1);
        assertThat(stage.mall.points(customers.currentOf(li))).isEqualTo(50);
        JsonNode gone = market.call("tmall", "look", Map.of("ouid", "li"));
        assertThat(gone.path("query_code").asString()).isEqualTo("E02");
        assertThat(market.join("tmall", "li", phone).path("bind_code").asString())
                .as("and may come back")
                .isEqualTo("SUC");
    }

    @Test
    void douyinSaysTheSameInItsOwnWords() {
        String douyin = stage.connect("douyin", 0);
        String phone = MarketStage.freshPhone();
        CustomerNo li = stage.member(phone, 40);
        JsonNode joined = market.join("douyin", "dy-li", phone).path("data");
        assertThat(joined.path("error_code").asInt(-1)).as(joined.toString()).isZero();
        assertThat(joined.path("member").path("points").asLong()).isEqualTo(40);
        assertThat(stage.bound(douyin)).isEqualTo(customers.currentOf(li));
        stage.mall.earn(li, 2);
        stage.untilShown("douyin", "dy-li", 42);
        JsonNode absurd = market.call(
                        "douyin", "points", Map.of("open_id", "dy-li", "record_id", "r", "type", "spend", "points", -5))
                .path("data");
        assertThat(absurd.path("sub_code").asString()).isEqualTo("marketplace-points-absurd");
        JsonNode forged = market.call("douyin", "look", Map.of("open_id", "dy-li"), "guess", 0)
                .path("answer")
                .path("data");
        assertThat(forged.path("sub_code").asString()).isEqualTo("marketplace-signature-wrong");
    }
}
