package io.waterwheel.alert.watch;

import static io.waterwheel.alert.generated.Tables.ALERT_;
import static io.waterwheel.touch.BroadcastFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.lag.Late;
import io.waterwheel.kernel.lag.LateKind;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.BroadcastFixture;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.MessageRequest;
import io.waterwheel.touch.Messages;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.email.EmailSecurity;
import io.waterwheel.touch.email.EmailSettings;
import io.waterwheel.touch.email.MailAccounts;
import io.waterwheel.touch.policy.Policies;
import io.waterwheel.touch.policy.Policy;
import io.waterwheel.touch.template.NewTemplate;
import io.waterwheel.touch.template.Templates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/// What is late is told once, and taken back when it has recovered.
@ServerTest
class AlertStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final Pattern METRIC = Pattern.compile("[a-z_]+_seconds|\\bup\\b");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Browsers browsers;

    @Autowired
    private AlertWatch watch;

    @Autowired
    private Alerts alerts;

    @Autowired
    private Messages messages;

    @Autowired
    private Templates templates;

    @Autowired
    private Customers customers;

    @Autowired
    private MailAccounts mail;

    @Autowired
    private Policies policies;

    @Autowired
    private DSLContext database;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private TestClock clock;

    private BroadcastFixture fixture;
    private Brand brand;
    private Browser admin;
    private Browser operator;

    @BeforeEach
    void aBrandWithMail() {
        fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
        brand = fixture.readers(CORP, 3);
        admin = browsers.signedIn(Role.ADMIN);
        operator = browsers.signedIn(Role.OPERATOR);
    }

    @AfterEach
    void nothingIsLeft() {
        clock.reset();
        CORP.noFaults();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    private String api(String path) {
        return "/api/brands/" + brand.key() + path;
    }

    /// Those of this brand alone: what the whole installation has is others'.
    private List<JsonNode> told() {
        List<JsonNode> told = new ArrayList<>();
        operator.get(api("/alerts")).json().forEach(alert -> {
            if (!alert.path("whole").asBoolean()) {
                told.add(alert);
            }
        });
        return told;
    }

    private List<JsonNode> told(String kind) {
        return told().stream()
                .filter(alert -> alert.path("kind").asString().equals(kind))
                .toList();
    }

    private JsonNode one(boolean over) {
        return one(over, this::told);
    }

    private JsonNode one(boolean over, Supplier<List<JsonNode>> asked) {
        return until(
                        () -> {
                            watch.look();
                            return asked.get();
                        },
                        found -> found.size() == 1
                                && found.getFirst().path("clearedAt").isNull() != over)
                .getFirst();
    }

    /// Beside it a job that had not begun when the clock was put on may be late, by right.
    private JsonNode broadcast(boolean over) {
        return one(over, () -> told("broadcast"));
    }

    private void carrier(String url) {
        Browser.Answer saved =
                admin.put(api("/webhook-channel/settings"), Map.of("url", url, "secret", "a-secret-of-enough-letters"));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    private void ask(String key) {
        String template = templates
                .create(brand, new NewTemplate("通知", ChannelKind.WEBHOOK, null, "您好", null))
                .id();
        CustomerNo customer = Objects.requireNonNull(customers
                .named(brand.id(), IdentifierKind.USER_ID, List.of("u1"))
                .get("u1"));
        messages.ask(
                brand,
                List.of(new MessageRequest(
                        key, customer, Long.parseLong(template), Purpose.SERVICE, Map.of(), 5, null)));
    }

    private JsonNode line() {
        return operator.get(api("/messages/figures")).json().at("/lines/0");
    }

    private void limit(int minutes, String... addresses) {
        Browser.Answer saved =
                admin.put(api("/alerts/settings"), Map.of("minutes", minutes, "mail", List.of(addresses)));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    @Test
    void messagesThatAreLateAreToldOnceWithTheReasonAndTakenBackWhenTheyHaveGone() throws IOException {
        limit(10, SimulatedCorp.email(brand, 2));
        carrier("http://127.0.0.1:1/messages");
        ask("journey/late/" + brand.key());
        until(this::line, line -> line.at("/problem/code").asString("").equals("webhook-unreachable"));
        watch.look();
        assertThat(told()).as("late by less than the limit").isEmpty();

        clock.advance(Duration.ofMinutes(11));
        JsonNode alert = one(false);
        assertThat(alert.path("kind").asString()).isEqualTo("sends");
        assertThat(alert.at("/reason/zh").asString()).contains("127.0.0.1");
        assertThat(alert.at("/reason/en").asString()).contains("127.0.0.1");
        assertThat(alert.path("waiting").asInt()).isEqualTo(1);
        for (int minute = 0; minute < 3; minute++) {
            clock.advance(Duration.ofMinutes(1));
            watch.look();
        }
        assertThat(told()).hasSize(1);
        until(() -> CORP.deliveries("email"), letters -> letters.getOrDefault("p2", 0) >= 1);
        assertThat(CORP.deliveries("email")).containsExactly(Map.entry("p2", 1));
        assertThat(CORP.received("p2").toString()).contains("/b/" + brand.key() + "/journeys/health");
        assertThat(admin.get("/actuator/metrics/lag.oldest?tag=kind:sends")
                        .json()
                        .at("/measurements/0/value")
                        .asDouble())
                .isGreaterThan(600);

        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            carrier("http://127.0.0.1:" + server.getAddress().getPort() + "/messages");
            clock.advance(Duration.ofMinutes(2));
            until(this::line, line -> line.path("waiting").asInt() == 0);
            assertThat(one(true).path("id").asString())
                    .isEqualTo(alert.path("id").asString());
            until(() -> CORP.deliveries("email"), letters -> letters.getOrDefault("p2", 0) >= 2);
            watch.look();
            assertThat(CORP.deliveries("email")).containsExactly(Map.entry("p2", 2));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aBroadcastThatDoesNotGetOnIsToldButNotTheNightItRests() {
        BroadcastId id = fixture.planned(brand, BroadcastFixture.email("您好", null));
        mail.change(
                brand, new EmailSettings("127.0.0.1", 1, EmailSecurity.NONE, null, null, "shop@brand.example", "茶水"));
        fixture.start(brand, id);
        clock.advance(Duration.ofMinutes(20));
        JsonNode alert = broadcast(false);
        assertThat(alert.path("path").asString()).startsWith("/broadcasts/" + id);

        LocalTime now = LocalTime.ofInstant(clock.instant(), brand.zone()).truncatedTo(ChronoUnit.MINUTES);
        policies.change(
                brand,
                new Policy(
                        4, 7, now.minusMinutes(1).toString(), now.plusHours(1).toString()));
        broadcast(true);

        policies.change(brand, new Policy(4, 7, "00:00", "00:00"));
        mail.change(brand, fixture.mailOf(CORP));
        fixture.await(brand, id, BroadcastState.DONE);
        watch.look();
        assertThat(told("broadcast"))
                .allSatisfy(one -> assertThat(one.path("clearedAt").isNull()).isFalse());
    }

    @Test
    void aJobThatNobodyBeginsIsTold() {
        database.insertInto(DSL.table("kernel.job"))
                .columns(
                        DSL.field("id", Object.class),
                        DSL.field("kind", String.class),
                        DSL.field("title", Object.class),
                        DSL.field("brand_id", Short.class),
                        DSL.field("state", String.class),
                        DSL.field("unit", String.class),
                        DSL.field("params", Object.class),
                        DSL.field("created_by", String.class),
                        DSL.field("created_at", Instant.class))
                .select(DSL.select(
                        DSL.field("gen_random_uuid()", Object.class),
                        DSL.inline("nobody"),
                        DSL.field("'{\"zh\":\"导入\",\"en\":\"import\"}'::jsonb", Object.class),
                        DSL.inline(brand.id().value()),
                        DSL.inline("queued"),
                        DSL.inline("rows"),
                        DSL.field("'{}'::jsonb", Object.class),
                        DSL.inline("system"),
                        DSL.val(clock.instant())))
                .execute();
        clock.advance(Duration.ofMinutes(16));
        assertThat(one(false).at("/reason/en").asString()).contains("“import” is queued");
        database.deleteFrom(DSL.table("kernel.job"))
                .where(DSL.field("kind", String.class).eq("nobody"))
                .execute();
        one(true);
    }

    @Test
    void whatGoesUpAndDownAboutTheLimitIsOneAlert() {
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            say(now, 11);
            say(now, 8);
            say(now, 11);
            assertThat(raised()).isEqualTo(1);
            assertThat(open()).isEqualTo(1);
            say(now, 4);
            assertThat(open()).isZero();
            say(now, 11);
            assertThat(raised()).as("it came again").isEqualTo(2);
        });
    }

    private void say(Instant now, int minutes) {
        Late late = new Late(
                brand.id(),
                LateKind.JOB,
                "one",
                now.minus(Duration.ofMinutes(minutes)),
                1,
                Text.same("late"),
                "/journeys/health");
        alerts.told(Set.of(LateKind.JOB), List.of(late), Map.of(), Duration.ofMinutes(10), now);
    }

    private int raised() {
        return database.fetchCount(ALERT_, ALERT_.BRAND_ID.eq(brand.id().value()));
    }

    private int open() {
        return database.fetchCount(
                ALERT_, ALERT_.BRAND_ID.eq(brand.id().value()).and(ALERT_.CLEARED_AT.isNull()));
    }

    @Test
    void everyMetricOfTheShippedRulesIsThere() throws IOException {
        Set<String> known = new HashSet<>(Set.of("up"));
        meters.getMeters()
                .forEach(meter -> known.add(meter.getId().getName().replace('.', '_') + "_"
                        + Objects.requireNonNullElse(meter.getId().getBaseUnit(), "")));
        Map<String, List<Map<String, ?>>> rules =
                new Yaml().load(Files.readString(Path.of("..", "docs", "monitoring", "waterwheel.rules.yml")));
        List<String> asked = new ArrayList<>();
        for (Map<String, ?> group : Objects.requireNonNull(rules.get("groups"))) {
            for (Object rule : (List<?>) Objects.requireNonNull(group.get("rules"))) {
                Matcher metric = METRIC.matcher(String.valueOf(((Map<?, ?>) rule).get("expr")));
                assertThat(metric.find()).as(rule.toString()).isTrue();
                asked.add(metric.group());
            }
        }
        assertThat(asked).hasSize(4).allSatisfy(metric -> assertThat(known).contains(metric));
    }

    @Test
    void administratorsSayWhenAndToWhomAndTheAddressesAreSealed() {
        String address = SimulatedCorp.email(brand, 1);
        limit(30, address);
        assertThat(admin.get(api("/alerts/settings")).json().at("/mail/0").asString())
                .isEqualTo(address);
        assertThat(operator.get(api("/alerts/settings")).status()).isEqualTo(403);
        assertThat(browsers.signedIn(Role.GUIDE).get(api("/alerts")).status()).isEqualTo(403);
        assertThat(admin.put(api("/alerts/settings"), Map.of("minutes", 1, "mail", List.of("nobody")))
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
        assertThat(database.fetch(
                                "select sealed_mail from alert.alert_setting where brand_id = ?",
                                brand.id().value())
                        .toString())
                .doesNotContain(address);
    }
}
