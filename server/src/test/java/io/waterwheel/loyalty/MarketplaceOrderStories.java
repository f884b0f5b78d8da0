package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedMarket;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What a bound buyer buys on the marketplace counts as everywhere, and the marketplace hears what came of it.
@ServerTest
class MarketplaceOrderStories {

    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int STEPS = 6;

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
    private TestClock clock;

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

    @AfterEach
    void realTime() {
        market.noFaults();
        clock.reset();
    }

    @Test
    void anOrderOnTmallEarnsAndRaisesItsMemberWhichTmallShows() {
        String path = stage.mall.path("/loyalty/programme");
        String definition = programme(List.of(BASE), TIERS);
        assertThat(stage.mall
                        .coupons
                        .operator
                        .put(path, "{\"definition\":" + definition + "}")
                        .status())
                .isEqualTo(200);
        assertThat(stage.mall.coupons.operator.post(path + "/publish", Map.of()).status())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        market.join("tmall", "li", MarketStage.freshPhone());
        CustomerNo li = stage.bound(shop);
        int before = market.member("tmall", "li").path("level").asInt();

        clock.advance(Duration.ofMinutes(1));
        var buyer = new Identifier(IdentifierKind.BUYER_ID, "tmall:" + market.buyer("li"));
        log.append(List.of(TestEvents.order(
                stage.mall.coupons.brand, TestEvents.identified(buyer), "T-1", "5000", clock.instant())));

        await().atMost(CouponStage.PATIENCE.multipliedBy(2))
                .untilAsserted(() -> assertThat(
                                market.member("tmall", "li").path("level").asInt())
                        .isGreaterThan(before));
        // What rules give is written with the decision and booked a moment later.
        await().atMost(CouponStage.PATIENCE).untilAsserted(() -> {
            JsonNode points = stage.mall
                    .coupons
                    .operator
                    .get(stage.mall.path("/customers/" + customers.currentOf(li) + "/points"))
                    .json();
            assertThat(points.path("available").asLong()
                            + points.path("pending").asLong())
                    .isEqualTo(5_000);
        });
    }

    @Test
    void aMarketplaceThatIsDownForAnHourIsAskedNowAndThenAndToldTheNewest() {
        String phone = MarketStage.freshPhone();
        CustomerNo li = stage.member(phone, 100);
        market.join("tmall", "li", phone);
        stage.untilShown("tmall", "li", 100);
        market.fault(Map.of("path", "/router/rest", "kind", "drop-before"));
        stage.mall.earn(li, 1);
        await().atMost(CouponStage.PATIENCE)
                .until(() -> !stage.shop(shop).path("trouble").isNull());
        int calls = market.state("tmall").path("calls").asInt();
        for (int step = 0; step < STEPS; step++) {
            clock.advance(STEP);
            stage.mall.earn(li, 1);
        }
        market.noFaults();
        await().atMost(CouponStage.PATIENCE).untilAsserted(() -> {
            // It rests a minute at most since it was last refused.
            clock.advance(Duration.ofSeconds(10));
            assertThat(market.member("tmall", "li").path("points").asLong()).isEqualTo(101 + STEPS);
        });
        assertThat(market.state("tmall").path("calls").asInt() - calls)
                .as("a few tries in each ten minutes, not one for each change and second")
                .isLessThanOrEqualTo(3 * STEPS);
    }

    @Test
    void aClockThatIsPutBackKeepsNothingFromBeingTold() {
        String phone = MarketStage.freshPhone();
        CustomerNo li = stage.member(phone, 100);
        market.join("tmall", "li", phone);
        stage.untilShown("tmall", "li", 100);
        market.fault(Map.of("path", "/router/rest", "kind", "drop-before"));
        stage.mall.earn(li, 1);
        await().atMost(CouponStage.PATIENCE)
                .until(() -> !stage.shop(shop).path("trouble").isNull());
        clock.advance(Duration.ofHours(-1));
        market.noFaults();
        stage.untilShown("tmall", "li", 101);
    }
}
