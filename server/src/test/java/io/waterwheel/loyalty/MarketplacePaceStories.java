package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedMarket;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A marketplace takes only so many calls in a second.
@ServerTest
class MarketplacePaceStories {

    private static final int MEMBERS = 24;

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

    @Test
    void whatItTakesInASecondIsLearntAndKeptToAndEverybodyIsTold(@Autowired TestClock clock) {
        try (SimulatedMarket market = new SimulatedMarket(clock)) {
            MallStage mall = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
            MarketStage stage = new MarketStage(mall, market, log, port);
            String shop = stage.connect("tmall", 4);
            List<CustomerNo> members = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                String phone = MarketStage.freshPhone();
                members.add(stage.member(phone, 10));
                market.join("tmall", "m" + i, phone);
            }
            untilTold(stage, shop);
            int refused = market.state("tmall").path("tooMany").asInt();

            Instant begun = Instant.now();
            members.forEach(member -> mall.earn(member, 1));
            untilTold(stage, shop);
            for (int i = 0; i < MEMBERS; i++) {
                stage.untilShown("tmall", "m" + i, 11);
            }
            assertThat(Duration.between(begun, Instant.now()))
                    .as("four a second, and no rests that grow")
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(45));
            JsonNode state = market.state("tmall");
            assertThat(state.path("tooMany").asInt() - refused)
                    .as("learnt by few refusals, not by each second's")
                    .isLessThanOrEqualTo(4);
            assertThat(stage.shop(shop).path("trouble").isNull()).isTrue();
        }
    }

    private static void untilTold(MarketStage stage, String shop) {
        await().atMost(CouponStage.PATIENCE.multipliedBy(3))
                .until(() -> stage.shop(shop).path("waiting").asInt() == 0);
    }
}
