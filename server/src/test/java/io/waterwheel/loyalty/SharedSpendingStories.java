package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.CouponStage.Till;
import io.waterwheel.loyalty.membercentre.card.MemberPasses;
import io.waterwheel.loyalty.membercentre.session.MemberSessions;
import io.waterwheel.loyalty.membercentre.session.SignInWay;
import io.waterwheel.loyalty.sharing.SharedAccounts;
import io.waterwheel.loyalty.sharing.SharedInvitations;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A child spends the mother's points, wherever points are spent, and everybody sees as much of it as is theirs.
@ServerTest
class SharedSpendingStories {

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
    private LuckyDraw draws;

    @Autowired
    private SharedAccounts accounts;

    @Autowired
    private SharedInvitations invitations;

    @Autowired
    private MemberPasses passes;

    @Autowired
    private MemberSessions sessions;

    private FamilyStage stage;
    private CustomerNo mother;
    private CustomerNo child;

    @BeforeEach
    void aMotherAndAChild() {
        MallStage mall = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
        stage = new FamilyStage(mall, accounts, invitations, 3);
        mother = mall.member("mother", 100);
        child = mall.member("child", 50);
        stage.of(mother, child);
    }

    @AfterEach
    void theLedgerAddsUp() {
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
    void atTheTillTheChildPaysWithTheMothersPointsAndTheRefundGoesBackToHerFirst() {
        Till till = stage.mall.coupons.till("nanjing-road");
        String pass = passes.of(stage.member(child)).text();
        JsonNode read =
                till.post("members/read", "-", "{'pass':'" + pass + "'}").json();
        assertThat(read.path("points").asLong()).as(read.toString()).isEqualTo(150);
        Browser.Answer frozen = till.post(
                "points/freeze",
                UUID.randomUUID().toString(),
                "{'visit':'" + read.path("visit").asString() + "','order':'A1','points':120}");
        assertThat(frozen.status()).as(frozen.text()).isEqualTo(200);
        assertThat(points(mother)).isEqualTo(30);
        assertThat(points(child)).isZero();

        String payment = frozen.json().path("payment").asString();
        Browser.Answer paid = till.post("points/capture", "-", "{'payment':'" + payment + "','points':110}");
        assertThat(paid.status()).as(paid.text()).isEqualTo(200);
        assertThat(points(mother)).as("10 were not needed").isEqualTo(40);
        stage.mall.coupons.told(child, EventNames.POINTS_REDEEMED, 1);
        assertThat(first(child, "capture").path("why").asString())
                .contains("A1")
                .contains("110 in all, 60 of them from others of the shared account");
        assertThat(first(mother, "capture").path("why").asString())
                .contains("spent 60 of your points")
                .doesNotContain("A1");

        refund(till, payment, 80);
        assertThat(points(mother)).isEqualTo(100);
        assertThat(points(child)).isEqualTo(20);
        assertThat(first(child, "give-back").path("why").asString())
                .contains("80 in all, 60 of them back to others of the shared account");
        refund(till, payment, 30);
        assertThat(points(mother)).isEqualTo(100);
        assertThat(points(child)).isEqualTo(50);
    }

    @Test
    void aDrawIsPaidWithTheMothersPointsAndThePrizeIsTheChilds() {
        Browser.Answer made = stage.mall.coupons.operator.post(
                stage.mall.path("/lucky-draws"),
                Browser.json("{'name':'大转盘','price':70,'perDay':2,'from':null,'until':null,'prizes':["
                        + "{'name':'5 积分','reward':{'type':'points','points':5},'weight':1000000,'stock':null}]}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String draw = made.json().path("id").asString();
        stage.mall.coupons.operator.post(stage.mall.path("/lucky-draws/" + draw + "/start"), null);
        assertThat(draws.draw(stage.mall.coupons.brand, child, draw, "a")).isInstanceOf(LuckyDraw.Drawn.Done.class);
        assertThat(points(mother)).isEqualTo(80);
        await().atMost(CouponStage.PATIENCE).until(() -> points(child) == 5);
        assertThat(first(child, "spend").path("why").asString()).contains("70 in all, 20 of them from others");
        assertThat(draws.draw(stage.mall.coupons.brand, child, draw, "b")).isInstanceOf(LuckyDraw.Drawn.Done.class);
        await().atMost(CouponStage.PATIENCE).until(() -> points(mother) + points(child) == 20);
    }

    @Test
    void peopleOfTheBrandSeeWhosePointsWereSpentAndMembersNoMoreThanHowMany() {
        CustomerNo aunt = stage.mall.member("aunt", 30);
        invitations.join(stage.member(aunt), stage.invite(mother));
        PointsCommand.Occasion occasion = new PointsCommand.Occasion(
                stage.mall.coupons.brand.id(), child, "all", Instant.now(), PointsReason.of("mall"));
        assertThat(ledger.book(List.of(new PointsCommand.Spend(occasion, new Points(180), PointsCommand.Payee.MALL)))
                        .getFirst())
                .isInstanceOf(Booking.Booked.class);

        JsonNode spent = first(child, "spend").path("others");
        assertThat(spent).hasSize(2);
        assertThat(spent.path(0).path("customer").asInt()).isEqualTo(mother.value());
        assertThat(spent.path(0).path("points").asLong()).isEqualTo(100);
        assertThat(spent.path(1).path("customer").asInt()).isEqualTo(aunt.value());
        assertThat(spent.path(1).path("points").asLong()).isEqualTo(30);
        JsonNode lent = first(mother, "spend").path("others");
        assertThat(lent).hasSize(1);
        assertThat(lent.path(0).path("customer").asInt()).isEqualTo(child.value());
        assertThat(lent.path(0).path("points").asLong()).as("not the aunt's").isEqualTo(100);

        JsonNode seen = ownStatement(child).path(0);
        assertThat(seen.path("why").asString()).contains("180 in all, 130 of them from others");
        assertThat(seen.has("others")).isFalse();
        assertThat(ownStatement(mother).path(0).path("why").asString()).contains("spent 100 of your points");
    }

    private JsonNode ownStatement(CustomerNo who) {
        String token = sessions.open(stage.mall.coupons.brand, who, SignInWay.PHONE);
        return browsers.open()
                .with("Accept-Language", "en")
                .with("Cookie", "waterwheel_member=" + token)
                .get("/m/" + stage.mall.coupons.brand.key() + "/api/points/entries")
                .json()
                .path("items");
    }

    private JsonNode first(CustomerNo who, String kind) {
        for (JsonNode line : stage.statement(who)) {
            if (line.path("kind").asString().equals(kind)) {
                return line;
            }
        }
        throw new AssertionError("no " + kind + " of " + who);
    }

    private static void refund(Till till, String payment, long points) {
        Browser.Answer back = till.post(
                "points/refund", UUID.randomUUID().toString(), "{'payment':'" + payment + "','points':" + points + "}");
        assertThat(back.status()).as(back.text()).isEqualTo(200);
    }

    private long points(CustomerNo who) {
        return stage.mall.points(who);
    }
}
