package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.generated.Tables.DRAW_PLAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.LuckyDraw.DrawRefusal;
import io.waterwheel.loyalty.LuckyDraw.Drawn;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Members try their luck.
@ServerTest
class LuckyDrawStories {

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
    private DSLContext database;

    @Autowired
    private TestClock clock;

    private MallStage stage;

    @BeforeEach
    void aBrand() {
        stage = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aMemberPaysWinsAndTheRollIsThereToBeChecked() {
        String draw = started("大转盘", 10, 2, prize("100 积分", 100, 1_000_000, null));
        CustomerNo lin = stage.member("lin", 25);
        Drawn.Done won = done(draws.draw(stage.coupons.brand, lin, draw, "a"));
        assertThat(won.play().prize()).isEqualTo("100 积分");
        assertThat(won.play().roll()).isBetween(0, 999_999);
        assertThat(done(draws.draw(stage.coupons.brand, lin, draw, "a")).repeated())
                .isTrue();
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 25 - 10 + 100);
        stage.coupons.told(lin, EventNames.DRAW_PLAYED, 1);

        done(draws.draw(stage.coupons.brand, lin, draw, "b"));
        assertThat(refusal(lin, draw, "c")).isEqualTo(DrawRefusal.DAILY_LIMIT);
        clock.advance(Duration.ofDays(1));
        done(draws.draw(stage.coupons.brand, lin, draw, "c"));

        JsonNode rolls = stage.coupons
                .operator
                .get(stage.path("/lucky-draws/" + draw + "/rolls"))
                .json()
                .path("items");
        assertThat(rolls.size()).isEqualTo(3);
        JsonNode figures =
                stage.coupons.operator.get(stage.path("/lucky-draws/" + draw)).json();
        assertThat(figures.path("points").asLong()).isEqualTo(30);
        assertThat(figures.at("/given/0").asInt()).isEqualTo(3);
        assertThat(figures.path("promise").asString()).hasSize(64);
    }

    @Test
    void whoHasTooFewPointsIsRefusedAndWhoHasAChanceIsNot() {
        String draw = started("抽一次", 10, 5, prize("1 积分", 1, 1_000_000, null));
        CustomerNo lin = stage.member("lin", 9);
        assertThat(refusal(lin, draw, "a")).isEqualTo(DrawRefusal.POINTS);
        assertThat(stage.points(lin)).isEqualTo(9);

        // A task brings a chance.
        Browser.Answer task = stage.coupons.operator.post(
                stage.path("/member-tasks"),
                Browser.json("{'name':'分享','growth':null,'definition':{'text':'','link':null,'from':null,'until':null,"
                        + "'withinDays':null,'fromPages':false,'event':{'event':'Product Shared','where':[]},'times':1,'per':'once',"
                        + "'reward':{'type':'chances','draw':'" + draw + "','chances':1}}}"));
        assertThat(task.status()).as(task.text()).isEqualTo(201);
        stage.coupons.operator.post(
                stage.path("/member-tasks/" + task.json().path("id").asString() + "/start"), null);
        clock.advance(Duration.ofMinutes(1));
        log.append(List.of(TestEvents.event(
                stage.coupons.brand,
                TestEvents.member("lin@" + stage.coupons.brand.key()),
                "Product Shared",
                clock.instant(),
                "{}")));
        await().atMost(CouponStage.PATIENCE)
                .until(() -> draws.draws(stage.coupons.brand, lin).getFirst().chances() == 1);
        assertThat(done(draws.draw(stage.coupons.brand, lin, draw, "b")).play().price())
                .isZero();
        assertThat(draws.draws(stage.coupons.brand, lin).getFirst().chances()).isZero();
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 10);
    }

    @Test
    void threePrizesAreWonThreeTimesHoweverManyDraw() throws Exception {
        String draw = started("手气", 1, 100, prize("大奖", 1_000, 900_000, 3));
        List<CustomerNo> members = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            members.add(stage.member("m" + i, 20));
        }
        List<Callable<Drawn>> calls = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            CustomerNo member = members.get(i % members.size());
            // Each tap comes twice.
            String key = "tap" + i % 120;
            calls.add(() -> draws.draw(stage.coupons.brand, member, draw, key));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(calls)) {
                answer.get();
            }
        }
        JsonNode figures =
                stage.coupons.operator.get(stage.path("/lucky-draws/" + draw)).json();
        assertThat(figures.at("/given/0").asInt()).isEqualTo(3);
        assertThat(figures.path("plays").asInt()).isEqualTo(120);
        await().atMost(CouponStage.PATIENCE)
                .until(() -> members.stream().mapToLong(stage::points).sum() == 6 * 20 - 120 + 3 * 1_000);
    }

    @Test
    void aDrawANodeLeftHalfDoneIsRolledByWhoeverComesNext() {
        String draw = started("手气", 5, 100, prize("1 积分", 1, 1, null));
        CustomerNo lin = stage.member("lin", 5);
        Instant past = clock.instant().minusSeconds(60);
        database.insertInto(DRAW_PLAY)
                .set(DRAW_PLAY.BRAND_ID, stage.coupons.brand.id().value())
                .set(DRAW_PLAY.DRAW_ID, Long.parseLong(draw))
                .set(DRAW_PLAY.KEY, "play/left")
                .set(DRAW_PLAY.OPENED_NO, lin.value())
                .set(DRAW_PLAY.CUSTOMER_NO, lin.value())
                .set(DRAW_PLAY.AT, past)
                .set(DRAW_PLAY.DAY, stage.coupons.brand.dayOf(past))
                .set(DRAW_PLAY.PRICE, 5L)
                .set(DRAW_PLAY.STATE, "begun")
                .set(DRAW_PLAY.SETTLE_AT, past)
                .execute();
        await().atMost(CouponStage.PATIENCE)
                .until(() -> draws.plays(stage.coupons.brand, lin).size() == 1);
        assertThat(stage.points(lin)).isLessThan(5);
    }

    @Test
    void oddsAboveOneAreRefused() {
        Browser.Answer refused = stage.coupons.operator.post(
                stage.path("/lucky-draws"),
                Browser.json(body("x", 1, 1, prize("a", 1, 600_000, null) + "," + prize("b", 1, 600_000, null))));
        assertThat(refused.code()).isEqualTo("invalid");
        assertThat(refused.text()).contains("above-one");
    }

    private static String prize(String name, long points, int weight, Integer stock) {
        return "{'name':'" + name + "','reward':{'type':'points','points':" + points + "},'weight':" + weight
                + ",'stock':" + stock + "}";
    }

    private static String body(String name, long price, int perDay, String prizes) {
        return "{'name':'" + name + "','price':" + price + ",'perDay':" + perDay
                + ",'from':null,'until':null,'prizes':[" + prizes + "]}";
    }

    private String started(String name, long price, int perDay, String prizes) {
        Browser.Answer made = stage.coupons.operator.post(
                stage.path("/lucky-draws"), Browser.json(body(name, price, perDay, prizes)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.json().path("id").asString();
        stage.coupons.operator.post(stage.path("/lucky-draws/" + id + "/start"), null);
        return id;
    }

    private static Drawn.Done done(Drawn drawn) {
        return (Drawn.Done) drawn;
    }

    private DrawRefusal refusal(CustomerNo member, String draw, String key) {
        return ((Drawn.Refused) draws.draw(stage.coupons.brand, member, draw, key)).why();
    }
}
