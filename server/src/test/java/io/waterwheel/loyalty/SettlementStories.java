package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.CouponStage.Till;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What each store is owed at the end of the month.
@ServerTest
class SettlementStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private CouponCodes codes;

    @Autowired
    private TestClock clock;

    private CouponStage stage;
    private CustomerNo li;
    private String template;

    @BeforeEach
    void aBrand() {
        stage = new CouponStage(brands, browsers, log, customers);
        li = stage.customer("李雷");
        template = stage.template(TWENTY_FROM_HUNDRED);
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    private String code() {
        return codes.of(stage.coupon(template, li));
    }

    private JsonNode sums(LocalDate from, LocalDate until) {
        return stage.operator
                .get(stage.path("/coupon-settlement?from=" + from + "&until=" + until))
                .json();
    }

    @Test
    void eachStoreIsOwedWhatItTookLessWhatCameBack() {
        Till east = stage.till("east");
        Till west = stage.till("west");
        east.redeem(code(), "E1", 12_000);
        east.redeem(code(), "E2", 6_000, 6_000);
        west.redeem(code(), "W1", 12_000);
        assertThat(west.call("refund", "{'order':'E2','store':'east','pieces':{'1':1}}")
                        .status())
                .as("goods may come back at another store")
                .isEqualTo(200);
        LocalDate today = stage.brand.dayOf(clock.instant());

        JsonNode sums = sums(today, today);
        assertThat(sums.size()).isEqualTo(2);
        assertThat(sums.path(0).toString())
                .isEqualTo("{\"store\":\"east\",\"redeemed\":2,\"amount\":4000,\"returned\":1000,\"owed\":3000}");
        assertThat(sums.path(1).path("owed").asLong()).isEqualTo(2_000);

        JsonNode reconciled = stage.operator
                .get(stage.path("/coupon-settlement/reconciliation"))
                .json();
        assertThat(reconciled.toString()).isEqualTo("{\"moves\":5000,\"coupons\":5000,\"agrees\":true}");

        String file = new String(
                stage.operator.download(
                        stage.path("/coupon-settlement/file?from=" + today + "&until=" + today + "&store=east")),
                StandardCharsets.UTF_8);
        List<String> lines = file.lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).contains("east", "E1", "20.00");
        assertThat(lines.get(3)).contains("E2", "-10.00");
        assertThat(lines.get(4)).contains("30.00");
        byte[] sheet = stage.operator.download(
                stage.path("/coupon-settlement/file?format=xlsx&from=" + today + "&until=" + today));
        assertThat(new String(sheet, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void aDayEndsAtTheBrandsMidnightAndAClosedDayStaysAsItWas() {
        Till east = stage.till("east");
        Instant midnight =
                stage.brand.startOf(stage.brand.dayOf(clock.instant()).plusDays(1));
        clock.advance(Duration.between(clock.instant(), midnight).minusSeconds(30));
        LocalDate first = stage.brand.dayOf(clock.instant());
        east.redeem(code(), "E1", 12_000);
        clock.advance(Duration.ofSeconds(60));
        east.redeem(code(), "E2", 12_000);
        String before = sums(first, first).toString();
        assertThat(sums(first, first).path(0).path("redeemed").asInt()).isEqualTo(1);

        east.call("refund", "{'order':'E1','pieces':null}");
        assertThat(sums(first, first).toString()).isEqualTo(before);
        assertThat(sums(first.plusDays(1), first.plusDays(1))
                        .path(0)
                        .path("owed")
                        .asLong())
                .as("one more, one back")
                .isZero();
        assertThat(sums(first, first.plusDays(1)).path(0).path("owed").asLong()).isEqualTo(2_000);
    }

    @Test
    void aStoreNameThatIsAFormulaIsShownAndNotRun() {
        Till odd = stage.till("=1+1");
        odd.redeem(code(), "=HYPERLINK(1)", 12_000);
        LocalDate today = stage.brand.dayOf(clock.instant());
        String file = new String(
                stage.operator.download(stage.path("/coupon-settlement/file?from=" + today + "&until=" + today)),
                StandardCharsets.UTF_8);
        assertThat(file).contains("'=1+1", "'=HYPERLINK(1)");
    }

    @Test
    void daysThatMakeNoSenseAreRefused() {
        Browser.Answer refused = stage.operator.get(stage.path("/coupon-settlement?from=2026-12-01&until=2026-11-01"));
        assertThat(refused.code()).isEqualTo("invalid");
    }
}
