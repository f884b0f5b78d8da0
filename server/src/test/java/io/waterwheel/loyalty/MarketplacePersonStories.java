package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.sharing.SharedAccounts;
import io.waterwheel.loyalty.sharing.SharedInvitations;
import io.waterwheel.loyalty.sharing.SharedKind;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedMarket;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Bound members turn out to be one, or two, or ask to be forgotten; and lists are compared.
@ServerTest
class MarketplacePersonStories {

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

    @Autowired
    private SharedAccounts accounts;

    @Autowired
    private SharedInvitations invitations;

    @Autowired
    private DSLContext database;

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
    void twoBoundMembersWhoAreOneShowOneBalanceOnBothAccountsAndTheirOwnAgainWhenTheyComeApart() {
        CustomerNo one = bound("one", 100);
        CustomerNo other = bound("other", 30);
        stage.untilShown("tmall", "one", 100);
        stage.untilShown("tmall", "other", 30);
        stage.mall.coupons.operator.post(
                stage.mall.path("/customers/" + one + "/merge"), Map.of("other", other.value(), "why", "同一人"));
        stage.untilShown("tmall", "one", 130);
        stage.untilShown("tmall", "other", 130);
        assertThat(compared()).extracting(row -> row.path("kind").asString()).contains("twice");

        CustomerNo whole = customers.currentOf(other);
        Browser.Answer apart = stage.mall.coupons.operator.post(
                stage.mall.path("/customers/" + whole + "/separate"),
                Map.of(
                        "low",
                        Math.min(one.value(), other.value()),
                        "high",
                        Math.max(one.value(), other.value()),
                        "why",
                        "父子"));
        assertThat(apart.status()).as(apart.text()).isEqualTo(200);
        stage.untilShown("tmall", "one", 100);
        stage.untilShown("tmall", "other", 30);
    }

    @Test
    void whoeverIsForgottenIsUnboundThereAndNothingOfThemStays() {
        CustomerNo li = bound("li", 100);
        Browser.Answer asked = stage.mall.coupons.admin.post(
                stage.mall.path("/customers/" + li + "/erasure"), Map.of("reason", "本人来信"));
        String erasure = "/api/erasures/" + asked.json().path("id").asString();
        await().atMost(CouponStage.PATIENCE.multipliedBy(3))
                .until(() -> stage.mall
                        .coupons
                        .admin
                        .get(erasure)
                        .json()
                        .path("state")
                        .asString()
                        .equals("done"));
        await().atMost(CouponStage.PATIENCE)
                .until(() -> market.member("tmall", "li").isMissingNode());
        await().atMost(CouponStage.PATIENCE)
                .until(() ->
                        !database.fetchExists(MARKETPLACE_LINK, MARKETPLACE_LINK.SHOP_ID.eq(Long.parseLong(shop))));
        assertThat(database.fetchExists(MARKETPLACE_PHONE, MARKETPLACE_PHONE.PHONE_NO.eq(li.value())))
                .isFalse();
    }

    @Test
    void listsAreComparedAndWhatDiffersIsShown() {
        bound("here", 10);
        stage.untilShown("tmall", "here", 10);
        market.bindBehindOurBack("tmall", "there-alone", 9);
        List<JsonNode> differences = compared();
        assertThat(differences).hasSize(1);
        assertThat(differences.getFirst().path("kind").asString()).isEqualTo("only-there");
        assertThat(differences.getFirst().path("account").asString())
                .as("masked")
                .doesNotContain("there-alone");
        assertThat(differences.getFirst().path("there").asLong()).isEqualTo(9);
    }

    @Test
    void aDisconnectedShopIsUnknownAndPointsStay() {
        CustomerNo li = bound("li", 100);
        assertThat(stage.mall
                        .coupons
                        .operator
                        .delete(stage.mall.path("/marketplace-shops/" + shop))
                        .status())
                .as("an operator")
                .isEqualTo(403);
        assertThat(stage.mall
                        .coupons
                        .admin
                        .delete(stage.mall.path("/marketplace-shops/" + shop))
                        .status())
                .isEqualTo(204);
        assertThat(market.call("tmall", "look", Map.of("ouid", "li"))
                        .path("sub_code")
                        .asString())
                .isEqualTo("marketplace-shop-unknown");
        assertThat(stage.mall.points(customers.currentOf(li))).isEqualTo(100);
        stage.connect("tmall", 0);
    }

    private CustomerNo bound(String buyer, long points) {
        String phone = MarketStage.freshPhone();
        CustomerNo customer = stage.member(phone, points);
        JsonNode joined = market.join("tmall", buyer, phone);
        assertThat(joined.path("bind_code").asString()).as(joined.toString()).isEqualTo("SUC");
        return customer;
    }

    private List<JsonNode> compared() {
        String path = stage.mall.path("/marketplace-shops/" + shop);
        assertThat(stage.mall.coupons.operator.post(path + "/compare", null).status())
                .isEqualTo(202);
        await().atMost(CouponStage.PATIENCE)
                .until(() -> !stage.shop(shop).path("comparedAt").isNull());
        List<JsonNode> rows = new ArrayList<>();
        stage.mall.coupons.operator.get(path + "/differences").json().forEach(rows::add);
        return rows;
    }

    @Test
    void whoeverSharesAnAccountIsShownLessWhenAnotherSpendsTheirPoints() {
        CustomerNo mother = stage.member(MarketStage.freshPhone(), 50);
        String phone = MarketStage.freshPhone();
        CustomerNo child = stage.member(phone, 50);
        market.join("tmall", "child", phone);
        stage.untilShown("tmall", "child", 50);
        Brand brand = stage.mall.coupons.brand;
        stage.mall.coupons.operator.put(
                stage.mall.path("/shared-accounts/rules"),
                Map.of("kind", "family", "active", true, "most", 2, "everybodySpends", true));
        accounts.open(brand, SharedKind.FAMILY, mother);
        invitations.join(
                new Member(brand, child),
                invitations.invite(new Member(brand, mother)).code());
        var occasion = new PointsCommand.Occasion(brand.id(), mother, "both", Instant.now(), PointsReason.of("mall"));
        assertThat(ledger.book(List.of(new PointsCommand.Spend(occasion, new Points(80), PointsCommand.Payee.MALL)))
                        .getFirst())
                .isInstanceOf(Booking.Booked.class);
        stage.untilShown("tmall", "child", 20);
    }
}
