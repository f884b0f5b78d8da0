package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.rule;
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

/// Rules that give for what members do without buying: a survey, a friend who joins.
@ServerTest
class EarnOccasionStories {

    /// What comes behind something in the log is decided after it.
    private static final String DONE =
            rule("done", "{'type':'event','points':1,'event':{'event':'Done','where':[]}}", "");

    private static final String WELCOME = rule(
            "welcome",
            "{'type':'event','points':20,'event':{'event':'" + EventNames.CUSTOMER_REFERRED + "','where':[]}}",
            "");

    private static final String REFERRAL = rule(
            "referral",
            "{'type':'event','points':50,'event':{'event':'" + EventNames.REFERRAL_MADE + "','where':[]}}",
            "");

    private static final String SURVEY =
            rule("survey", "{'type':'event','points':30,'event':{'event':'Survey Answered','where':[]}}", "");

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private Customers customers;

    private TierStage stage;

    @BeforeEach
    void aBrand() {
        stage = new TierStage(new CouponStage(brands, browsers, log, customers), log, clock);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aSurveyBringsPointsOnceForEachAnswerOneDayAndOnlyTheSurveyThatIsAskedFor() {
        stage.publish(List.of(
                BASE,
                rule(
                        "survey",
                        "{'type':'event','points':30,'event':{'event':'Survey Answered',"
                                + "'where':[{'property':'survey','operator':'is','values':['spring']}]}}",
                        "'caps':{'perDay':50}"),
                DONE));
        CustomerNo lin = stage.joins("lin");
        NewEvent answer = TestEvents.event(
                stage.coupons.brand,
                stage.subject("lin"),
                "Survey Answered",
                clock.instant(),
                "{\"survey\":\"spring\"}");
        stage.send(answer);
        stage.send(answer);
        stage.does("lin", "Survey Answered", "{'survey':'autumn'}");
        assertThat(earned(lin, "lin")).as("sent twice, and another survey").isEqualTo(30);

        stage.does("lin", "Survey Answered", "{'survey':'spring'}");
        stage.does("lin", "Survey Answered", "{'survey':'spring'}");
        assertThat(earned(lin, "lin")).as("as much as a day may bring").isEqualTo(50);
        clock.advance(Duration.ofDays(1));
        stage.does("lin", "Survey Answered", "{'survey':'spring'}");
        assertThat(earned(lin, "lin")).isEqualTo(80);
    }

    @Test
    void aSurveyThatIsAnsweredBeforeTheRuleBeginsOrAfterItEndedBringsNothing() {
        var tomorrow = stage.coupons.brand.dayOf(clock.instant()).plusDays(1);
        stage.publish(List.of(
                BASE,
                rule(
                        "survey",
                        "{'type':'event','points':30,'event':{'event':'Survey Answered','where':[]}}",
                        "'from':'" + tomorrow + "','until':'" + tomorrow + "'"),
                DONE));
        CustomerNo lin = stage.joins("lin");
        stage.does("lin", "Survey Answered", "{}");
        assertThat(earned(lin, "lin")).isZero();
        clock.advance(Duration.ofDays(1));
        stage.does("lin", "Survey Answered", "{}");
        assertThat(earned(lin, "lin")).isEqualTo(30);
        clock.advance(Duration.ofDays(1));
        stage.does("lin", "Survey Answered", "{}");
        assertThat(earned(lin, "lin")).isEqualTo(30);
    }

    @Test
    void whatHappenedBeforeTheyJoinedBringsNothingThoughItIsToldAfterwards() {
        stage.publish(List.of(BASE, SURVEY, DONE));
        clock.advance(Duration.ofDays(10));
        CustomerNo lin = stage.joins("lin");
        answered("lin", Duration.ofDays(-1));
        assertThat(earned(lin, "lin")).isZero();
        answered("lin", Duration.ofSeconds(1));
        assertThat(earned(lin, "lin")).isEqualTo(30);
    }

    @Test
    void daysBeforeJoiningThatTheProgrammeRewardsCountForEventsAsForOrders() {
        stage.publish(
                List.of(BASE, SURVEY, DONE),
                "'points':{'pendingDays':0,'expiry':{'type':'never'},'debt':'othersThenDebt','beforeJoining':2}");
        clock.advance(Duration.ofDays(10));
        CustomerNo lin = stage.joins("lin");
        answered("lin", Duration.ofDays(-4));
        assertThat(earned(lin, "lin")).isZero();
        answered("lin", Duration.ofDays(-1));
        assertThat(earned(lin, "lin")).isEqualTo(30);
    }

    /// @param after how long after now, which is just after they joined
    private void answered(String member, Duration after) {
        stage.append(TestEvents.event(
                stage.coupons.brand,
                stage.subject(member),
                "Survey Answered",
                clock.instant().plus(after),
                "{\"survey\":\"spring\"}"));
    }

    @Test
    void aFriendWhoWasBroughtHasAWelcomeAndWhoBroughtThemIsRewardedOnce() {
        stage.publish(List.of(BASE, WELCOME, REFERRAL, DONE));
        CustomerNo lin = stage.joins("lin");
        CustomerNo hua = stage.joins("hua");
        brings("lin", "hua");
        brings("lin", "hua");
        stage.coupons.told(lin, EventNames.REFERRAL_MADE, 1);
        assertThat(earned(hua, "hua")).as("told twice").isEqualTo(20);
        assertThat(earned(lin, "lin")).isEqualTo(50);

        brings("lin", "mei");
        assertThat(earned(lin, "lin")).as("who has not joined").isEqualTo(50);
        stage.joins("mei");
        stage.coupons.told(lin, EventNames.REFERRAL_MADE, 2);
        assertThat(earned(lin, "lin")).isEqualTo(100);

        brings("ning", "ning");
        CustomerNo ning = stage.joins("ning");
        assertThat(earned(ning, "ning")).as("nobody brings themselves").isLessThan(50);
        stage.coupons.told(ning, EventNames.REFERRAL_MADE, 0);
    }

    @Test
    void whoIsBroughtAgainAsSomebodyTheyTurnOutToBeIsRewardedNoMore() {
        stage.publish(List.of(BASE, WELCOME, REFERRAL, DONE));
        CustomerNo lin = stage.joins("lin");
        stage.joins("mei");
        CustomerNo hua = stage.joins("hua");
        brings("lin", "hua");
        stage.coupons.told(lin, EventNames.REFERRAL_MADE, 1);
        assertThat(earned(hua, "hua")).isEqualTo(20);
        assertThat(earned(lin, "lin")).isEqualTo(50);

        CustomerNo mei = stage.does("mei", "Done", "{}");
        Browser.Answer merged = stage.coupons.operator.post(
                stage.coupons.path("/customers/" + mei + "/merge"), Map.of("other", hua.value(), "why", "同一人"));
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        CustomerNo both = customers.currentOf(hua);
        brings("lin", "mei");
        brings("lin", "hua");
        assertThat(earned(both, "hua")).isEqualTo(20);
        assertThat(earned(lin, "lin"))
                .as("mei has been a member for longer than hua")
                .isEqualTo(50);
        stage.coupons.told(lin, EventNames.REFERRAL_MADE, 1);
    }

    private void brings(String member, String friend) {
        stage.does(
                friend,
                EventNames.CUSTOMER_REFERRED,
                "{'referrer':{'member_no':'" + member + "@" + stage.coupons.brand.key() + "'}}");
    }

    @Test
    void whatAPageSaysBringsPointsOnlyWhereTheRuleTakesItsWord() {
        stage.publish(List.of(
                BASE,
                SURVEY,
                rule(
                        "tour",
                        "{'type':'event','points':5,'fromPages':true,'event':{'event':'Tour Taken','where':[]}}",
                        "'caps':{'perDay':10}"),
                DONE));
        CustomerNo lin = stage.joins("lin");
        Map<String, String> page = Map.of("name", "web shop", "side", "client");
        assertThat(stage.coupons
                        .operator
                        .post(stage.coupons.path("/sources"), page)
                        .status())
                .isBetween(200, 201);
        said("web shop", "lin", "Survey Answered", "s1");
        said("web shop", "lin", "Tour Taken", "t1");
        for (int i = 2; i < 9; i++) {
            said("web shop", "lin", "Tour Taken", "t" + i);
        }
        assertThat(earned(lin, "lin")).as("no survey, and tours up to the cap").isEqualTo(10);
        said("survey desk", "lin", "Survey Answered", "s1");
        assertThat(earned(lin, "lin")).as("from a server").isEqualTo(40);
    }

    private void said(String source, String member, String event, String message) {
        stage.append(new NewEvent(
                stage.coupons.brand.id(), source, message, event, clock.instant(), stage.subject(member), "{}", "{}"));
    }

    /// All that rules gave, once everything is decided that was sent so far.
    private long earned(CustomerNo customer, String member) {
        int marked = marks(customer);
        stage.does(member, "Done", "{}");
        await().atMost(CouponStage.PATIENCE).until(() -> marks(customer) > marked);
        long sum = 0;
        for (var one : stage.memberships(customer).at("/0/earnings")) {
            sum += one.path("points").asLong();
        }
        return sum - marks(customer);
    }

    /// A mark is the only earning of one point.
    private int marks(CustomerNo customer) {
        int marks = 0;
        for (var one : stage.memberships(customer).at("/0/earnings")) {
            marks += one.path("points").asLong() == 1 ? 1 : 0;
        }
        return marks;
    }
}
