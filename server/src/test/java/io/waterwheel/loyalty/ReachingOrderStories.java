package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.multiply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.loyalty.member.Heard;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The order that lifts somebody earns by the tier they had before it, however far the programme has read.
@ServerTest
class ReachingOrderStories {

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
    private DataSource data;

    private TierStage stage;

    @BeforeEach
    void aBrand() {
        stage = new TierStage(new CouponStage(brands, browsers, log, customers), log, clock);
        publish(TIERS);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void ordersThatArriveTogetherAreJudgedOneAfterTheOther() {
        CustomerNo hua = stage.joins("hua");
        log.append(List.of(order("A1", "10"), order("A2", "5000"), order("A3", "10")));
        await().atMost(CouponStage.PATIENCE).until(() -> stage.earnings(hua) == 3);
        assertThat(earned(hua)).as("the newest first").containsExactly(30L, 5_000L, 10L);
    }

    @Test
    void aReviewWaitsForOrdersThatTheProgrammeHasNotHeardOf() throws SQLException {
        CustomerNo hua = stage.joins("hua");
        CustomerNo lin = stage.joins("lin");
        stage.untilTier(hua, "member");
        stage.untilTier(lin, "member");
        try (Connection programme = data.getConnection()) {
            holdReader(programme);
            stage.orders("hua", "A1", "5000");
            publish(TIERS.replace("'member'", "'friend'"));
            stage.untilTier(lin, "friend");
            assertThat(stage.tier(hua)).as("reviewed after A1 was decided").isEqualTo("member");
            programme.rollback();
        }
        stage.untilTier(hua, "gold");
        assertThat(earned(hua)).containsExactly(5_000L);
    }

    private void publish(String tiers) {
        stage.publish(List.of(BASE, multiply("gold", "3", "{'type':'tier','tiers':['gold']}")), tiers);
    }

    private NewEvent order(String number, String total) {
        return TestEvents.order(stage.coupons.brand, stage.subject("hua"), number, total, clock.instant());
    }

    private List<Long> earned(CustomerNo customer) {
        return StreamSupport.stream(
                        stage.memberships(customer).at("/0/earnings").spliterator(), false)
                .map(earning -> earning.path("points").asLong())
                .toList();
    }

    /// The programme reads no further until this transaction ends.
    private static void holdReader(Connection transaction) throws SQLException {
        transaction.setAutoCommit(false);
        try (PreparedStatement hold =
                transaction.prepareStatement("select 1 from kernel.consumer_offset where consumer = ? for update")) {
            hold.setString(1, Heard.READER);
            assertThat(hold.executeQuery().next()).isTrue();
        }
    }
}
