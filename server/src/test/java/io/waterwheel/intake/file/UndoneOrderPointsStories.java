package io.waterwheel.intake.file;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.intake.Import;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The wrong file of orders earned members points and tiers. It is undone, and the right one comes.
@ServerTest
@org.springframework.context.annotation.Import(ImportFixture.class)
class UndoneOrderPointsStories {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private ImportFixture fixture;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private CustomerNo lin;

    @BeforeEach
    void aMemberOfAProgramme() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "zh");
        String path = "/api/brands/" + brand.key() + "/loyalty/programme";
        operator.put(path, "{\"definition\":" + programme(List.of(BASE), TIERS) + "}");
        assertThat(operator.post(path + "/publish", Map.of()).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        var joined = (EventLog.Appended.Written) log.append(List.of(TestEvents.event(
                        brand, TestEvents.member("V1"), EventNames.MEMBER_JOINED, clock.instant(), "{}")))
                .getFirst();
        lin = Objects.requireNonNull(joined.customer());
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void theLedgerAddsUp() {
        assertThat(get("/points/reconciliation")
                        .path("differences")
                        .valueStream()
                        .toList())
                .isEmpty();
        clock.reset();
    }

    @Test
    void whatTheWrongFileBroughtIsTakenBackAndTheRightOneBringsItsOwn() throws Exception {
        Import wrong = file("A1", "6000");
        untilHeld(6_000, "gold");

        fixture.undo(brand, wrong);
        untilHeld(0, "member");
        assertThat(get(points() + "/entries").at("/items/0/why").asString()).isEqualTo("撤销导入：订单 A1");

        file("A1", "60");
        untilHeld(60, "member");
    }

    @Test
    void anOrderThatTheShopToldOfAsWellKeepsItsPoints() throws Exception {
        log.append(List.of(TestEvents.order(brand, TestEvents.member("V1"), "A1", "80", clock.instant())));
        untilHeld(80, "member");
        Import copy = file("A1", "80");
        Import other = file("A2", "20");
        untilHeld(100, "member");

        fixture.undo(brand, copy);
        fixture.undo(brand, other);
        untilHeld(80, "member");
    }

    @Test
    void whatWasRefundedMeanwhileIsNotTakenTwice() throws Exception {
        Import wrong = file("A1", "100");
        untilHeld(100, "member");
        log.append(List.of(TestEvents.refund(brand, TestEvents.member("V1"), "A1", "30", clock.instant())));
        untilHeld(70, "member");
        fixture.undo(brand, wrong);
        untilHeld(0, "member");

        // The refund still stands when the order comes again.
        file("A1", "100");
        untilHeld(70, "member");
    }

    private Import file(String order, String price) throws Exception {
        String at = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                .withZone(brand.zone())
                .format(clock.instant().minusSeconds(10));
        return fixture.bringInAs(
                "orders", brand, "订单号,商品编码,商品名称,数量,付款时间,单价,会员号\n" + order + ",tea,茶,1," + at + "," + price + ",V1\n");
    }

    private void untilHeld(long points, String tier) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode held = get(points());
            assertThat(held.path("available").asLong() + held.path("pending").asLong())
                    .isEqualTo(points);
            assertThat(get("/customers/" + lin + "/memberships").at("/0/tier").asString(""))
                    .isEqualTo(tier);
        });
    }

    private String points() {
        return "/customers/" + lin + "/points";
    }

    private JsonNode get(String path) {
        Browser.Answer answer = operator.get("/api/brands/" + brand.key() + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
