package io.waterwheel.loyalty;

import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.message;
import static io.waterwheel.journey.JourneyStage.node;
import static io.waterwheel.loyalty.CouponStage.PATIENCE;
import static io.waterwheel.loyalty.CouponStage.request;
import static io.waterwheel.loyalty.CouponStage.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.BroadcastFixture;
import io.waterwheel.touch.Outreach;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// A birthday, from the segment to the report: who has one soon is greeted and given a cake, fetches it at a
/// store, and the brand sees what it cost.
@ServerTest
class BirthdayStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final long CAKE = 1_500;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Outreach outreach;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestClock clock;

    private Brand brand;
    private CouponStage stage;
    private CustomerNo li;
    private CustomerNo wang;

    /// Li's birthday is in five days, Wang's in nine.
    @BeforeEach
    void aTeahouseWithTwoMembers() {
        brand = context.getAutowireCapableBeanFactory()
                .createBean(BroadcastFixture.class)
                .readers(CORP, 2);
        stage = new CouponStage(brand, browsers, log, customers);
        LocalDate today = brand.dayOf(clock.instant());
        li = born(1, today.plusDays(5).minusYears(30));
        wang = born(2, today.plusDays(9).minusYears(40));
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    @Test
    void aBirthdayIsGreetedGivenACakeFetchedAtTheStoreAndSeenInTheReport() {
        String soon = segmentOfBirthdays();
        String cake = stage.template(
                terms("{'kind':'gift','product':'cake','cost':" + CAKE + "}", "'spend':0,'pieces':0", ""));
        String journey = birthdayJourney(soon, cake);

        tomorrowAt(LocalTime.of(9, 1));
        await().atMost(PATIENCE).until(() -> stage.coupons(li).size() == 1);
        assertThat(CORP.received("p1"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.path("text").asString()).contains("顾客1，生日快乐"));
        assertThat(CORP.received("p2")).isEmpty();
        assertThat(stage.coupons(wang)).isEmpty();

        // She comes in with her phone, and the guide scans what it shows.
        long coupon = Long.parseLong(stage.coupons(li).getFirst().path("id").asString());
        Browser guide = browsers.guideOf(stage.brand, "nanjing-road").with("Idempotency-Key", "cake");
        Browser.Answer fetched = guide.post(
                stage.path("/coupon-desk/redeem?store=nanjing-road"),
                Browser.json(request(stage.pass(li, coupon), "B1", 3_800)));
        assertThat(fetched.status()).as(fetched.text()).isEqualTo(200);
        assertThat(stage.state(li, coupon)).isEqualTo("redeemed");

        // The brand sees it: on her timeline, in the journey, on the template and in what the store is owed.
        stage.told(li, EventNames.MESSAGE_SENT, 1);
        stage.told(li, EventNames.COUPON_ISSUED, 1);
        stage.told(li, EventNames.COUPON_REDEEMED, 1);
        JsonNode counts = stage.operator
                .get(stage.path("/journeys/" + journey + "/counts"))
                .json();
        assertThat(counts.path("entered").asInt()).isEqualTo(1);
        assertThat(stage.figures(cake).path("issued").asInt()).isEqualTo(1);
        await().atMost(PATIENCE)
                .until(() -> stage.figures(cake).path("redeemed").asInt() == 1);
        assertThat(stage.figures(cake).path("spent").asLong()).isEqualTo(CAKE);
        LocalDate day = brand.dayOf(clock.instant());
        JsonNode owed = stage.operator
                .get(stage.path("/coupon-settlement?from=" + day + "&until=" + day))
                .json();
        assertThat(owed.toString())
                .as("the store is owed the cake")
                .isEqualTo(
                        "[{\"store\":\"nanjing-road\",\"redeemed\":1,\"amount\":1500,\"returned\":0,\"owed\":1500}]");
        JsonNode health =
                stage.operator.get(stage.path("/loyalty/health")).json().path("benefits");
        assertThat(health.at("/total/issued").asLong()).isEqualTo(1);
        assertThat(health.at("/total/redeemed").asLong()).isEqualTo(1);
        assertThat(health.at("/total/spent").asLong()).isEqualTo(CAKE);
        assertThat(health.at("/coupons/0/source").asString()).isEqualTo("journey");
        assertThat(health.at("/coupons/0/use/spent").asLong()).isEqualTo(CAKE);
        assertThat(health.path("months").valueStream())
                .as("in the month of her visit")
                .anySatisfy(month -> {
                    assertThat(month.path("month").asString())
                            .isEqualTo(day.withDayOfMonth(1).toString());
                    assertThat(month.path("redeemed").asLong()).isEqualTo(1);
                    assertThat(month.path("spent").asLong()).isEqualTo(CAKE);
                });

        // On a later morning she is still in the segment and Wang is too: he is given one, she no other.
        tomorrowAt(LocalTime.of(9, 1));
        clock.advance(Duration.ofDays(2));
        await().atMost(PATIENCE).until(() -> stage.coupons(wang).size() == 1);
        assertThat(stage.coupons(li)).hasSize(1);
        assertThat(CORP.received("p1")).hasSize(1);
    }

    private CustomerNo born(int person, LocalDate day) {
        var written = log.append(List.of(TestEvents.event(
                brand,
                TestEvents.identified(
                        new Identifier(IdentifierKind.EMAIL, SimulatedCorp.email(brand, person)),
                        new Identifier(IdentifierKind.USER_ID, "u" + person)),
                EventNames.IDENTIFIED,
                clock.instant(),
                "{\"birthday\": \"" + day + "\"}")));
        return Objects.requireNonNull(((EventLog.Appended.Written) written.getFirst()).customer());
    }

    private String segmentOfBirthdays() {
        Browser.Answer made = stage.operator.post(
                stage.path("/segments"),
                Browser.json("{'name':'七天内生日','definition':{'type':'anniversary','attribute':'birthday',"
                        + "'within':{'type':'days','days':7}}}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private String birthdayJourney(String segment, String coupon) {
        String greeting = Long.toString(
                outreach.write(brand, "生日祝福", ChannelKind.EMAIL, "生日快乐", "{{ customer.name }}，生日快乐！", null));
        Browser.Answer saved = stage.operator.post(
                stage.path("/journeys"),
                Browser.json("{'name':'生日礼','definition':"
                        + definition(
                                "{'type':'schedule','segment':'" + segment + "','every':'day','time':'09:00'}",
                                ",'reentry':{'rule':'afterDays','days':300}",
                                node("a", message(greeting), "{'sent':'b','notSent':'b'}"),
                                node(
                                        "b",
                                        "{'type':'coupon','template':'" + coupon + "'}",
                                        "{'given':'z','notGiven':'z'}"),
                                end("z"))
                        + "}"));
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        String id = saved.json().path("id").asString();
        Browser.Answer published = stage.operator.post(stage.path("/journeys/" + id + "/publish"), Map.of());
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        return id;
    }

    private void tomorrowAt(LocalTime time) {
        Instant then = brand.dayOf(clock.instant())
                .plusDays(1)
                .atTime(time)
                .atZone(brand.zone())
                .toInstant();
        clock.advance(Duration.between(clock.instant(), then));
    }
}
