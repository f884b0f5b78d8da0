package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Members do things, and get something for it.
@ServerTest
class TaskStories {

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
    void whatAPageSaysCountsOnlyForTasksThatTakeItsWord() {
        stage.coupons.operator.post(stage.coupons.path("/sources"), Map.of("name", "web shop", "side", "client"));
        String survey = started(
                "填问卷",
                "'event':{'event':'Survey Answered','where':[]},'times':1,'per':'day',"
                        + "'reward':{'type':'points','points':30}",
                null);
        String tour = started(
                "逛新品",
                "'event':{'event':'Tour Taken','where':[]},'times':1,'per':'day','fromPages':true,"
                        + "'reward':{'type':'points','points':2}",
                null);
        CustomerNo lin = stage.member("lin", 0);
        clock.advance(Duration.ofMinutes(1));
        said("web shop", "lin", "Survey Answered");
        said("web shop", "lin", "Tour Taken");
        await().atMost(CouponStage.PATIENCE).until(() -> mine(lin, tour).done());
        assertThat(mine(lin, survey).count()).as("heard before the tour").isZero();
        said("survey desk", "lin", "Survey Answered");
        await().atMost(CouponStage.PATIENCE).until(() -> mine(lin, survey).done());
    }

    @Test
    void threeReviewsInAWeekBringPointsOnceAWeek() {
        String task = started(
                "写评价",
                "'event':{'event':'Review Written','where':[]},'times':3,'per':'week',"
                        + "'reward':{'type':'points','points':30}",
                null);
        CustomerNo lin = stage.member("lin", 0);
        clock.advance(Duration.ofMinutes(1));
        happens("lin", "Review Written", "{}");
        happens("lin", "Review Written", "{}");
        await().atMost(CouponStage.PATIENCE).until(() -> mine(lin, task).count() == 2);
        assertThat(mine(lin, task).done()).isFalse();
        happens("lin", "Review Written", "{}");
        happens("lin", "Review Written", "{}");
        await().atMost(CouponStage.PATIENCE).until(() -> mine(lin, task).done() && stage.points(lin) == 30);
        stage.coupons.told(lin, EventNames.TASK_COMPLETED, 1);

        clock.advance(Duration.ofDays(7));
        assertThat(mine(lin, task).done()).as("a new week").isFalse();
        for (int i = 0; i < 3; i++) {
            happens("lin", "Review Written", "{}");
        }
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 60);
    }

    @Test
    void whatTheTaskDoesNotAskForAndWhoIsNoMemberDoesNotCount() {
        String task = started(
                "填问卷",
                "'event':{'event':'Survey Answered','where':[{'property':'survey','operator':'is','values':['spring']}]},"
                        + "'times':1,'per':'once','reward':{'type':'points','points':5}",
                null);
        CustomerNo lin = stage.member("lin", 0);
        clock.advance(Duration.ofMinutes(1));
        happens("lin", "Survey Answered", "{\"survey\": \"autumn\"}");
        stage.coupons.customer("stranger");
        log.append(List.of(TestEvents.event(
                stage.coupons.brand,
                TestEvents.member("stranger@" + stage.coupons.brand.key()),
                "Survey Answered",
                clock.instant(),
                "{\"survey\": \"spring\"}")));
        happens("lin", "Survey Answered", "{\"survey\": \"spring\"}");
        await().atMost(CouponStage.PATIENCE).until(() -> mine(lin, task).done() && stage.points(lin) == 5);
        happens("lin", "Survey Answered", "{\"survey\": \"spring\"}");
        stage.coupons.told(lin, EventNames.TASK_COMPLETED, 1);
        assertThat(figure(task, "done")).isEqualTo(1);
        assertThat(stage.points(lin)).isEqualTo(5);
    }

    @Test
    void aGrowthProgrammeRewardsWhoDidAllOfIt() {
        String template = stage.coupons.template(TWENTY_FROM_HUNDRED);
        Browser.Answer made = stage.coupons.operator.post(
                stage.path("/growth-programmes"),
                Browser.json("{'name':'新手成长','text':'完成两步','active':true,'reward':{'type':'coupon','template':'"
                        + template + "'}}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String growth = made.json().path("id").asString();
        String once = "'times':1,'per':'once','reward':{'type':'points','points':1}";
        started("完善资料", "'event':{'event':'Profile Completed','where':[]}," + once, growth);
        started("写评价", "'event':{'event':'Review Written','where':[]}," + once, growth);
        CustomerNo lin = stage.member("lin", 0);
        clock.advance(Duration.ofMinutes(1));
        happens("lin", "Profile Completed", "{}");
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 1);
        assertThat(tasks.growth(stage.coupons.brand, lin).getFirst().done()).isFalse();
        assertThat(stage.coupons.coupons(lin)).isEmpty();
        happens("lin", "Review Written", "{}");
        await().atMost(CouponStage.PATIENCE)
                .until(() -> stage.coupons.coupons(lin).size() == 1 && stage.points(lin) == 2);
        assertThat(tasks.growth(stage.coupons.brand, lin).getFirst().done()).isTrue();
        stage.coupons.told(lin, EventNames.GROWTH_COMPLETED, 1);
    }

    @Test
    void aTaskThatIsOnStaysAsItIs() {
        String definition = "'event':{'event':'Review Written','where':[]},'times':1,'per':'day',"
                + "'reward':{'type':'points','points':1}";
        String task = started("写评价", definition, null);
        assertThat(stage.coupons
                        .operator
                        .put(
                                stage.path("/member-tasks/" + task),
                                Browser.json(body("写评价", definition.replace("'times':1", "'times':2"), null)))
                        .code())
                .isEqualTo("task-begun");
        Browser.Answer refused = stage.coupons.operator.post(
                stage.path("/member-tasks"),
                Browser.json(body(
                        "",
                        "'event':{'event':'Task Completed','where':[]},'times':0,'per':'day','withinDays':3,"
                                + "'reward':{'type':'points','points':0}",
                        null)));
        assertThat(refused.text())
                .contains(
                        "/name",
                        "/definition/times",
                        "/definition/withinDays",
                        "/definition/reward/points",
                        "of-tasks");
    }

    private String started(String name, String definition, String growth) {
        Browser.Answer made =
                stage.coupons.operator.post(stage.path("/member-tasks"), Browser.json(body(name, definition, growth)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(stage.coupons
                        .operator
                        .post(stage.path("/member-tasks/" + id + "/start"), null)
                        .status())
                .isEqualTo(200);
        return id;
    }

    private static String body(String name, String definition, String growth) {
        return "{'name':'" + name + "','growth':" + (growth == null ? "null" : "'" + growth + "'")
                + ",'definition':{'text':'','link':null,'from':null,'until':null"
                + (definition.contains("withinDays") ? "" : ",'withinDays':null")
                + (definition.contains("fromPages") ? "" : ",'fromPages':false") + "," + definition + "}}";
    }

    private void happens(String member, String event, String properties) {
        log.append(List.of(TestEvents.event(
                stage.coupons.brand,
                TestEvents.member(member + "@" + stage.coupons.brand.key()),
                event,
                clock.instant(),
                properties)));
    }

    private void said(String source, String member, String event) {
        log.append(List.of(new NewEvent(
                stage.coupons.brand.id(),
                source,
                event + " " + source,
                event,
                clock.instant(),
                TestEvents.member(member + "@" + stage.coupons.brand.key()),
                "{}",
                "{}")));
    }

    private MemberTasks.MemberTask mine(CustomerNo member, String task) {
        return tasks.tasks(stage.coupons.brand, member).stream()
                .filter(one -> one.id().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private int figure(String task, String what) {
        return stage.coupons
                .operator
                .get(stage.path("/member-tasks"))
                .json()
                .valueStream()
                .filter(one -> one.path("id").asString().equals(task))
                .map(one -> one.path(what).asInt())
                .findFirst()
                .orElseThrow();
    }
}
