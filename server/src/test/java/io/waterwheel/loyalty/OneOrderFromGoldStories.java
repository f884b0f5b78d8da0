package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A member is one of their orders away from the next tier, and is told while it matters.
@ServerTest
class OneOrderFromGoldStories {

    private static final String PLANS =
            "'plans':[{'id':'plus','name':'Plus','tier':'gold','price':365,'months':12,'refund':'unusedDays'}]";

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

    @Autowired
    private Warehouse warehouse;

    private TierStage stage;
    private long begin;

    @BeforeEach
    void aProgramme() {
        stage = new TierStage(new CouponStage(brands, browsers, log, customers), log, clock);
        begin = log.end();
        stage.publish(List.of(BASE), TIERS, PLANS);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void itIsToldOnceForEachTierAndASegmentFindsThem() {
        CustomerNo lin = stage.joins("lin");
        CustomerNo far = stage.joins("far");
        stage.orders("far", "F1", "100");
        stage.orders("lin", "A1", "900");
        await().atMost(CouponStage.PATIENCE).until(() -> told(lin).size() == 1);
        assertThat(told(lin).getFirst().properties()).contains("\"tier\": \"silver\"", "\"missing\": 100.00");

        stage.orders("lin", "A2", "50");
        stage.orders("lin", "A3", "60");
        stage.untilTier(lin, "silver");
        stage.orders("lin", "A4", "3700");
        await().atMost(CouponStage.PATIENCE).until(() -> told(lin).size() >= 2);
        assertThat(told(lin))
                .extracting(event -> event.properties().contains("\"tier\": \"gold\""))
                .as("silver once, then gold")
                .containsExactly(false, true);
        assertThat(told(far)).isEmpty();
        assertThat(whoIsNear("gold")).isEqualTo(1);
    }

    @Test
    void whoHasTheTierByAPaidMembershipIsToldWhenThatIsGone() {
        CustomerNo mei = stage.joins("mei");
        assertThat(stage.sell(mei, "P1", "plus").status()).isEqualTo(204);
        stage.orders("mei", "B1", "4500");
        await().atMost(CouponStage.PATIENCE).until(() -> upgraded(mei));
        assertThat(told(mei)).as("they are gold").isEmpty();

        assertThat(stage.refund(mei, "P1").status()).isEqualTo(200);
        stage.orders("mei", "B2", "10");
        await().atMost(CouponStage.PATIENCE).until(() -> !told(mei).isEmpty());
        assertThat(told(mei))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.properties()).contains("\"tier\": \"gold\"", "\"missing\": 490.00"));
    }

    private List<LoggedEvent> told(CustomerNo customer) {
        return events(EventNames.TIER_WITHIN_REACH, customer);
    }

    private boolean upgraded(CustomerNo customer) {
        return !events(EventNames.TIER_UPGRADED, customer).isEmpty();
    }

    private List<LoggedEvent> events(String name, CustomerNo customer) {
        return log.read(begin, 10_000).stream()
                .filter(event -> event.name().equals(name) && customer.equals(event.customer()))
                .toList();
    }

    private int whoIsNear(String tier) {
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
        Browser.Answer answer = stage.coupons.operator.post(
                stage.coupons.path("/segments/count"),
                Browser.json("{'definition':{'type':'events','event':'Tier Within Reach','where':[{'property':'tier',"
                        + "'operator':'in','values':['" + tier + "']}],"
                        + "'measure':'count','operator':'atLeast','value':1,'window':{'type':'last','days':30}}}"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("count").asInt();
    }
}
