package io.waterwheel.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.consent.ConsentDecision;
import io.waterwheel.customer.consent.ConsentLedger;
import io.waterwheel.customer.consent.QuietPreference;
import io.waterwheel.customer.consent.QuietPreferences;
import io.waterwheel.customer.consent.QuietWish;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.policy.Occasion;
import io.waterwheel.touch.policy.PolicyGate;
import io.waterwheel.touch.policy.Suppressed;
import io.waterwheel.touch.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ConsentStories {

    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");
    private static final PageRequest FIRST = new PageRequest(null, null);

    @Autowired
    private EventLog log;

    @Autowired
    private ConsentLedger ledger;

    @Autowired
    private QuietPreferences quiet;

    @Autowired
    private PolicyGate gate;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    private Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
    }

    @Test
    void everyDecisionStaysInTheLedgerWhateverStandsInTheEnd() {
        CustomerNo lin = customer("lin");
        append(
                granted(lin, MARCH, "{\"channel\":\"email\",\"wording\":\"同意接收新品邮件\",\"version\":\"2026-02\"}"),
                withdrawn(lin, MARCH.plus(Duration.ofDays(3)), "{\"channel\":\"email\"}"));

        assertThat(decisions(lin)).extracting(ConsentDecision::granted).containsExactly(false, true);
        assertThat(decisions(lin).getLast())
                .satisfies(first -> assertThat(first.wording()).isEqualTo("同意接收新品邮件"))
                .satisfies(first -> assertThat(first.version()).isEqualTo("2026-02"));
        assertThat(standing(lin, "email", "marketing")).isFalse();
    }

    @Test
    void whatWasSaidForAllChannelsStandsAtEachUntilOneIsDecidedApart() {
        CustomerNo lin = customer("lin");
        append(
                withdrawn(lin, MARCH, "{\"channel\":\"any\",\"purpose\":\"marketing\"}"),
                granted(lin, MARCH.plus(Duration.ofDays(1)), "{\"channel\":\"email\",\"purpose\":\"marketing\"}"),
                withdrawn(lin, MARCH, "{\"purpose\":\"analytics\"}"));

        assertThat(standing(lin, "wecom", "marketing")).isFalse();
        assertThat(standing(lin, "email", "marketing")).isTrue();
        assertThat(standing(lin, "any", "analytics")).isFalse();
    }

    @Test
    void decisionsAndWishesInAnyOrderEndInTheSameState() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> ends = new ArrayList<>();
        List<List<Object>> ledgers = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            CustomerNo customer = customer("order" + round);
            List<NewEvent> events = new ArrayList<>(List.of(
                    granted(customer, MARCH, "{\"channel\":\"email\"}"),
                    withdrawn(customer, MARCH, "{\"channel\":\"any\"}"),
                    granted(customer, MARCH, "{\"channel\":\"wecom\"}"),
                    granted(customer, MARCH.plusSeconds(5), "{\"channel\":\"wecom\",\"purpose\":\"service\"}"),
                    quiet(customer, MARCH, "{\"kind\":\"none\"}"),
                    quiet(customer, MARCH, "{\"kind\":\"hours\",\"from\":\"21:00\",\"to\":\"09:00\"}"),
                    quiet(customer, MARCH, "{\"kind\":\"hours\",\"from\":\"20:00\",\"to\":\"09:00\"}"),
                    quiet(customer, MARCH.minusSeconds(1), "{\"kind\":\"always\"}")));
            Collections.shuffle(events, random);
            if (round % 2 == 0) {
                log.append(events);
            } else {
                events.forEach(this::append);
            }
            ends.add(ledger.inForce(brand, customer) + " " + quiet.of(brand, customer));
            ledgers.add(decisions(customer).stream()
                    .<Object>map(one -> one.at() + one.channel() + one.purpose() + one.granted())
                    .sorted()
                    .toList());
        }

        assertThat(ends).as("seed %d", seed).allMatch(ends.getFirst()::equals);
        assertThat(ledgers).as("seed %d", seed).allMatch(ledgers.getFirst()::equals);
        assertThat(ends.getFirst()).contains("21:00");
    }

    @Test
    void whoAskedForQuietGetsNoMarketingForThatReasonAndServiceStill() {
        CustomerNo lin = reachable("lin");
        CustomerNo chen = reachable("chen");
        append(quiet(lin, MARCH, "{\"kind\":\"always\"}"));

        Verdict marketing =
                gate.plan(new Occasion(brand, ChannelKind.EMAIL, Purpose.MARKETING, 5, null), both(lin, chen));
        Verdict service = gate.plan(new Occasion(brand, ChannelKind.EMAIL, Purpose.SERVICE, 5, null), both(lin, chen));

        assertThat(marketing.suppressed()).containsOnlyKeys(Suppressed.QUIET_PREFERENCE);
        assertThat(marketing.suppressed().get(Suppressed.QUIET_PREFERENCE)).containsExactly(lin.value());
        assertThat(service.suppressed()).isEmpty();
    }

    @Test
    void quietUntilADayEndsWithItAndQuietHoursCountWhenAMessageLeaves() {
        CustomerNo lin = customer("lin");
        CustomerNo chen = customer("chen");
        Instant until = MARCH.plus(Duration.ofDays(10));
        append(
                quiet(lin, MARCH, "{\"kind\":\"until\",\"until\":\"" + until + "\"}"),
                quiet(chen, MARCH, "{\"kind\":\"hours\",\"from\":\"21:00\",\"to\":\"09:00\"}"));
        RoaringBitmap both = both(lin, chen);

        assertThat(quiet.quiet(brand, both, until.minusSeconds(1), false)).containsExactly(lin.value());
        assertThat(quiet.quiet(brand, both, until, false)).isEmpty();
        assertThat(quiet.quiet(brand, both, local("23:30"), true)).contains(chen.value());
        assertThat(quiet.quiet(brand, both, local("08:59"), true)).contains(chen.value());
        assertThat(quiet.quiet(brand, both, local("09:00"), true)).doesNotContain(chen.value());
        assertThat(quiet.quiet(brand, both, local("20:59"), true)).doesNotContain(chen.value());
    }

    @Test
    void aWishThatMakesNoSenseIsNobodysWish() {
        CustomerNo lin = customer("lin");
        append(
                quiet(lin, MARCH, "{\"kind\":\"hours\",\"from\":\"9\",\"to\":\"10:00\"}"),
                quiet(lin, MARCH, "{\"kind\":\"loud\"}"),
                quiet(lin, MARCH, "{}"));

        assertThat(quiet.of(brand, lin)).isEmpty();
    }

    @Test
    void aPersonWritesDownWhatACustomerSaidAndItShowsWhoDid() {
        CustomerNo lin = customer("lin");
        String username = browsers.person(Role.OPERATOR);
        Browser operator = browsers.open();
        operator.signIn(username, Browsers.PASSWORD);
        String path = "/api/brands/" + brand.key() + "/customers/" + lin + "/consent";

        Browser.Answer state = operator.post(
                path + "/decisions",
                Map.of(
                        "channel", "email",
                        "purpose", "marketing",
                        "granted", true,
                        "wording", "电话里同意",
                        "proof", "录音 0301-17"));
        operator.put(path + "/quiet", Map.of("kind", "hours", "from", "20:00", "to", "10:00"));

        assertThat(state.json().at("/inForce/0/granted").asBoolean()).isTrue();
        assertThat(decisions(lin)).singleElement().satisfies(decision -> {
            assertThat(decision.recordedBy()).isEqualTo(username);
            assertThat(decision.proof()).isEqualTo("录音 0301-17");
        });
        assertThat(quiet.of(brand, lin))
                .map(QuietWish::preference)
                .contains(new QuietPreference(QuietPreference.Kind.HOURS, null, "20:00", "10:00"));
        assertThat(browsers.signedIn(Role.ADMIN)
                        .get("/api/audit?action=consent&actor=" + username)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("action").asString()))
                .containsExactly("consent.quiet", "consent.record");
    }

    @Test
    void nobodyWritesDownTomorrowsConsentAndAGuideNone() {
        CustomerNo lin = customer("lin");
        String path = "/api/brands/" + brand.key() + "/customers/" + lin + "/consent/decisions";
        Map<String, Object> tomorrow = Map.of(
                "purpose",
                "marketing",
                "granted",
                true,
                "at",
                Instant.now().plus(Duration.ofDays(1)).toString());

        assertThat(browsers.signedIn(Role.OPERATOR).post(path, tomorrow).code()).isEqualTo("invalid");
        assertThat(browsers.signedIn(Role.GUIDE).post(path, tomorrow).status()).isEqualTo(403);
        assertThat(decisions(lin)).isEmpty();
    }

    private Instant local(String time) {
        return LocalDate.parse("2026-05-01")
                .atTime(LocalTime.parse(time))
                .atZone(brand.zone())
                .toInstant();
    }

    private List<ConsentDecision> decisions(CustomerNo customer) {
        return ledger.page(brand, customer, FIRST).items();
    }

    private boolean standing(CustomerNo customer, String channel, String purpose) {
        return ledger.inForce(brand, customer).stream()
                .filter(one -> one.channel().equals(channel) && one.purpose().equals(purpose))
                .findFirst()
                .orElseThrow()
                .granted();
    }

    private static RoaringBitmap both(CustomerNo one, CustomerNo other) {
        return RoaringBitmap.bitmapOf(one.value(), other.value());
    }

    private CustomerNo customer(String name) {
        return written(TestEvents.event(
                brand, TestEvents.member(name), EventNames.IDENTIFIED, MARCH.minus(Duration.ofDays(9)), "{}"));
    }

    private CustomerNo reachable(String name) {
        CustomerNo customer = written(TestEvents.event(
                brand,
                TestEvents.identified(new Identifier(IdentifierKind.EMAIL, name + "@" + brand.key() + ".example")),
                EventNames.IDENTIFIED,
                MARCH.minus(Duration.ofDays(9)),
                "{}"));
        append(granted(customer, MARCH.minus(Duration.ofDays(8)), "{\"channel\":\"email\"}"));
        return customer;
    }

    private CustomerNo written(NewEvent event) {
        EventLog.Appended outcome = log.append(List.of(event)).getFirst();
        return ((EventLog.Appended.Written) outcome).customer();
    }

    private NewEvent granted(CustomerNo customer, Instant at, String told) {
        return TestEvents.event(brand, new Subject.Known(customer), EventNames.CONSENT_GRANTED, at, told);
    }

    private NewEvent withdrawn(CustomerNo customer, Instant at, String told) {
        return TestEvents.event(brand, new Subject.Known(customer), EventNames.CONSENT_WITHDRAWN, at, told);
    }

    private NewEvent quiet(CustomerNo customer, Instant at, String told) {
        return TestEvents.event(brand, new Subject.Known(customer), EventNames.QUIET_PREFERENCE_SET, at, told);
    }

    private void append(NewEvent... events) {
        log.append(List.of(events));
    }
}
