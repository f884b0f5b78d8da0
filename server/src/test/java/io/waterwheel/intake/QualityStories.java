package io.waterwheel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.CustomerQuality.Coverage;
import io.waterwheel.customer.CustomerQuality.Covered;
import io.waterwheel.customer.CustomerQuality.IdentifierCoverage;
import io.waterwheel.customer.CustomerQuality.SourceCoverage;
import io.waterwheel.intake.quality.DataQuality;
import io.waterwheel.intake.quality.DataQuality.RefusedValue;
import io.waterwheel.intake.quality.DataQuality.SourceQuality;
import io.waterwheel.intake.quality.MeasureQuality;
import io.waterwheel.intake.quality.QualityPages;
import io.waterwheel.intake.quality.RefusedKind;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every number of the data-quality page, against data that was put there for it.
@ServerTest
class QualityStories {

    private static final AtomicLong NEXT = new AtomicLong();

    @Autowired
    private EventLog log;

    @Autowired
    private Sources sources;

    @Autowired
    private QualityPages pages;

    @Autowired
    private MeasureQuality measuring;

    @Autowired
    private TestBrands brands;

    @Autowired
    private TestClock clock;

    @Autowired
    private Browsers browsers;

    @LocalServerPort
    private int port;

    private Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
    }

    @Test
    void coverageIsTheCustomersOfWhomAnyoneOrEachSourceSaidSomething() {
        identify("crm", "1", "{\"name\": \"林\", \"city\": \"杭州\"}");
        identify("crm", "2", "{\"name\": \"王\"}");
        identify("shop", "2", "{\"name\": \"王芳\", \"gender\": \"female\"}");
        log.append(List.of(TestEvents.order(brand, TestEvents.member("3"), "1", "9.00", now())));

        Coverage coverage = measured();

        assertThat(coverage.customers()).isEqualTo(3);
        assertThat(coverage.attributes())
                .containsExactly(new Covered("city", 1), new Covered("gender", 1), new Covered("name", 2));
        assertThat(coverage.sources()).containsExactly(new Covered("crm", 2), new Covered("shop", 1));
        assertThat(coverage.said())
                .containsExactlyInAnyOrder(
                        new SourceCoverage("crm", "name", 2),
                        new SourceCoverage("crm", "city", 1),
                        new SourceCoverage("shop", "name", 1),
                        new SourceCoverage("shop", "gender", 1));
        assertThat(coverage.identifiers()).containsExactly(new IdentifierCoverage(IdentifierKind.MEMBER_NO, 3, 3, 0));
    }

    @Test
    void anIdentifierThatIsWithTooManyIsCountedAsShared() {
        Identifier shop = new Identifier(IdentifierKind.PHONE, "0571" + (10_000_000 + NEXT.incrementAndGet()));
        for (int i = 0; i < 7; i++) {
            log.append(List.of(TestEvents.event(
                    brand,
                    TestEvents.identified(new Identifier(IdentifierKind.MEMBER_NO, "m" + i), shop),
                    "Visited",
                    now(),
                    "{}")));
        }

        assertThat(measured().identifiers())
                .filteredOn(named -> named.kind() == IdentifierKind.PHONE)
                .extracting(IdentifierCoverage::values, IdentifierCoverage::shared)
                .containsExactly(tuple(0L, 1L));
    }

    @Test
    void placeholdersAndValuesThatCannotBeRightAreCountedBySourceAndAttribute() throws Exception {
        Sender shop = sender("shop");
        shop.post("/v1/identify", identifyCall("1", "{\"phone\":\"13800138000\",\"name\":\"测试\",\"city\":\"杭州\"}"));
        shop.post("/v1/identify", identifyCall("2", "{\"phone\":\"138 0013 8000\",\"email\":\"noreply@shop.cn\"}"));
        shop.post("/v1/identify", identifyCall("3", "{\"phone\":\"12\",\"email\":\"nothing\",\"name\":\"林\"}"));
        shop.post("/v1/identify", identifyCall("4", "{\"phone\":\"13912345670\",\"email\":\"lin@mail.cn\"}"));

        DataQuality found = until(quality ->
                quality.refused().stream().mapToLong(RefusedValue::times).sum() == 6);

        assertThat(found.refused())
                .containsExactlyInAnyOrder(
                        new RefusedValue("shop", "phone", RefusedKind.PLACEHOLDER, "13800138000", 2),
                        new RefusedValue("shop", "name", RefusedKind.PLACEHOLDER, "测试", 1),
                        new RefusedValue("shop", "email", RefusedKind.PLACEHOLDER, "noreply@…", 1),
                        new RefusedValue("shop", "phone", RefusedKind.MALFORMED, "", 1),
                        new RefusedValue("shop", "email", RefusedKind.MALFORMED, "", 1));
        // And nobody became one with anybody by them.
        assertThat(measured().customers()).isEqualTo(4);
    }

    @Test
    void lateEventsOrphansLagAndQuarantineAreCountedBySource() throws Exception {
        Sender shop = sender("shop");
        shop.post("/v1/track", "{\"event\":\"nobody's\"}");
        shop.post("/v1/track", "{\"userId\":\"1\",\"event\":\"Visited\",\"messageId\":\"a\"}");
        log.append(List.of(
                from("crm", TestEvents.member("1"), "Visited", now().minus(Duration.ofDays(3))),
                from("crm", TestEvents.member("1"), "Visited", now().minus(Duration.ofMinutes(10))),
                from("crm", TestEvents.member("1"), "Visited", now().minus(Duration.ofMinutes(20))),
                order("crm", TestEvents.member("1")),
                order("crm", Subject.NOBODY)));

        DataQuality found = until(quality -> source(quality, "crm").events() == 5
                && source(quality, "shop").events() == 1
                && source(quality, "shop").lastEventAt() != null);

        SourceQuality crm = source(found, "crm");
        assertThat(crm.late()).isEqualTo(1);
        assertThat(crm.orders()).isEqualTo(2);
        assertThat(crm.orphans()).isEqualTo(1);
        assertThat(Objects.requireNonNull(crm.lagMillis()))
                .isBetween(
                        Duration.ofSeconds(450).toMillis(),
                        Duration.ofSeconds(460).toMillis());
        assertThat(crm.kind()).isNull();
        SourceQuality web = source(found, "shop");
        assertThat(web.quarantined()).isEqualTo(1);
        assertThat(web.kind()).isEqualTo(SourceKind.HTTP);
        assertThat(web.late()).isZero();
    }

    @Test
    void aBrandThatWasNeverMeasuredSaysSo() {
        DataQuality empty = pages.of(brand);

        assertThat(empty.coverage()).isNull();
        assertThat(empty.measuredAt()).isNull();
        assertThat(empty.openSuggestions()).isZero();
        assertThat(empty.refused()).isEmpty();
    }

    @Test
    void thePageIsAskedOverHttpByOperatorsAlone() {
        String page = "/api/brands/" + brand.key() + "/data-quality";
        Browser operator = browsers.signedIn(Role.OPERATOR);

        assertThat(operator.get(page).json().path("days").asInt()).isEqualTo(30);
        assertThat(operator.post(page + "/measure", null).status()).isEqualTo(200);
        assertThat(until(quality -> quality.coverage() != null).measuredAt()).isNotNull();
        assertThat(browsers.signedIn(Role.GUIDE).get(page).status()).isEqualTo(403);
    }

    private Coverage measured() {
        measuring.start(brand);
        return Objects.requireNonNull(until(quality -> !quality.measuring() && quality.coverage() != null)
                .coverage());
    }

    private DataQuality until(Predicate<DataQuality> right) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> pages.of(brand), right);
    }

    private static SourceQuality source(DataQuality quality, String name) {
        return quality.sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElse(new SourceQuality(name, null, null, 0, 0, null, 0, 0, 0));
    }

    private Sender sender(String name) {
        return new Sender(port, sources.create(brand, name).writeKey());
    }

    private static String identifyCall(String user, String traits) {
        return "{\"userId\":\"" + user + "\",\"messageId\":\"i" + user + "\",\"traits\":" + traits + "}";
    }

    private void identify(String source, String member, String traits) {
        log.append(List.of(new NewEvent(
                brand.id(),
                source,
                "quality-" + NEXT.incrementAndGet(),
                EventNames.IDENTIFIED,
                now(),
                TestEvents.member(member),
                traits,
                "{}")));
    }

    private NewEvent from(String source, Subject subject, String name, Instant at) {
        return new NewEvent(brand.id(), source, "quality-" + NEXT.incrementAndGet(), name, at, subject, "{}", "{}");
    }

    private NewEvent order(String source, Subject subject) {
        long number = NEXT.incrementAndGet();
        return new NewEvent(
                brand.id(),
                source,
                "order-" + number,
                EventNames.ORDER_COMPLETED,
                now(),
                subject,
                "{\"order_id\": \"q" + number + "\", \"total\": 10}",
                "{}");
    }

    private Instant now() {
        return clock.instant();
    }
}
