package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What has begun is changed only where nobody is let down.
@ServerTest
class PlayChangeStories {

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
    private MemberTasks tasks;

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
    void aTaskThatIsOnGetsOtherWordsAnEndAndAnotherFilterAndKeepsWhatMembersAreAt() {
        String task = started("/member-tasks", task("填问卷", "", 2, "null"));
        CustomerNo lin = stage.member("lin", 0);
        clock.advance(Duration.ofMinutes(1));
        answers("lin", "autumn");
        await().atMost(CouponStage.PATIENCE).until(() -> counted(lin) == 1);
        String spring = "{'property':'survey','operator':'is','values':['spring']}";
        String end = "'" + clock.instant().plus(Duration.ofDays(9)) + "'";
        Browser.Answer changed = change("/member-tasks", task, task("春季问卷", spring, 2, end));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        answers("lin", "autumn");
        answers("lin", "spring");
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 5);

        Browser.Answer refused = change("/member-tasks", task, task("春季问卷", spring, 3, end));
        assertThat(refused.code()).isEqualTo("task-begun");
        assertThat(refused.text()).contains("/definition/times").doesNotContain("/definition/per");
    }

    @Test
    void aDrawThatIsOnKeepsItsOddsAndGetsMorePrizesAndALaterEnd() {
        String draw = started("/lucky-draws", draw(10, "null", 3, 500_000));
        assertThat(change("/lucky-draws", draw, draw(10, "null", 5, 500_000)).status())
                .isEqualTo(200);
        Browser.Answer refused = change("/lucky-draws", draw, draw(20, "null", 4, 400_000));
        assertThat(refused.code()).isEqualTo("draw-begun");
        assertThat(refused.text()).contains("/price", "/prizes/0/weight", "/prizes/0/stock");
        Browser.Answer seen = stage.coupons.operator.get(stage.path("/lucky-draws/" + draw));
        assertThat(seen.json().at("/draw/prizes/0/stock").asInt()).isEqualTo(5);

        // When it is over, its seed is told: it never goes on.
        String end = "'" + clock.instant().plusSeconds(60) + "'";
        assertThat(change("/lucky-draws", draw, draw(10, end, 5, 500_000)).status())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        Browser.Answer over = change("/lucky-draws", draw, draw(10, "null", 5, 500_000));
        assertThat(over.code()).isEqualTo("draw-begun");
        assertThat(over.text()).contains("/until");
    }

    @Test
    void aDrawThatNobodyBeganIsWrittenAnew() {
        String draw = made("/lucky-draws", draw(10, "null", 3, 500_000));
        assertThat(change("/lucky-draws", draw, draw(20, "null", 1, 400_000)).status())
                .isEqualTo(200);
        Browser.Answer seen = stage.coupons.operator.get(stage.path("/lucky-draws/" + draw));
        assertThat(seen.json().at("/draw/prizes/0/weight").asInt()).isEqualTo(400_000);
        assertThat(change("/lucky-draws", draw, draw(0, "null", 1, 400_000)).code())
                .isEqualTo("invalid");
    }

    @Test
    void aBenefitThatIsOnGivesSomethingElseFromNowOnButOnItsDays() {
        String benefit = started("/member-benefits", benefit("月度积分", "month", 20));
        assertThat(change("/member-benefits", benefit, benefit("每月三十分", "month", 30))
                        .status())
                .isEqualTo(200);
        Browser.Answer refused = change("/member-benefits", benefit, benefit("每年三十分", "year", 30));
        assertThat(refused.code()).isEqualTo("benefit-begun");
        assertThat(refused.text()).contains("/occasion");
        assertThat(change("/member-benefits", "999999999", benefit("x", "month", 1))
                        .status())
                .isEqualTo(404);
    }

    private static String task(String name, String where, int times, String until) {
        return "{'name':'" + name + "','growth':null,'definition':{'text':'','link':null,'from':null,'until':" + until
                + ",'withinDays':null,'fromPages':false,'event':{'event':'Survey Answered','where':[" + where
                + "]},'times':" + times
                + ",'per':'once','reward':{'type':'points','points':5}}}";
    }

    private static String draw(int price, String until, int stock, int weight) {
        return "{'name':'大转盘','price':" + price + ",'perDay':2,'from':null,'until':" + until
                + ",'prizes':[{'name':'100 积分','reward':{'type':'points','points':100},'weight':" + weight
                + ",'stock':" + stock + "}]}";
    }

    private static String benefit(String name, String occasion, int points) {
        return "{'name':'" + name + "','occasion':'" + occasion + "','tiers':[],'plan':null,'daysBefore':0,'day':null,"
                + "'cost':1.5,'reward':{'type':'points','points':" + points + "}}";
    }

    private String made(String kind, String body) {
        Browser.Answer made = stage.coupons.operator.post(stage.path(kind), Browser.json(body));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private String started(String kind, String body) {
        String id = made(kind, body);
        assertThat(stage.coupons
                        .operator
                        .post(stage.path(kind + "/" + id + "/start"), null)
                        .status())
                .isEqualTo(200);
        return id;
    }

    private Browser.Answer change(String kind, String id, String body) {
        return stage.coupons.operator.put(stage.path(kind + "/" + id), Browser.json(body));
    }

    private void answers(String member, String survey) {
        log.append(List.of(TestEvents.event(
                stage.coupons.brand,
                TestEvents.member(member + "@" + stage.coupons.brand.key()),
                "Survey Answered",
                clock.instant(),
                "{\"survey\": \"" + survey + "\"}")));
    }

    private int counted(CustomerNo member) {
        return tasks.tasks(stage.coupons.brand, member).getFirst().count();
    }
}
