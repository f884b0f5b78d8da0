package io.waterwheel.intake;

import static io.waterwheel.kernel.generated.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.MemoryShares;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// When more comes than can be written, senders are told to come back before memory suffers.
@ServerTest
class BackPressureStories {

    /// As in the log's writer.
    private static final long WRITER_LOCK = 0x5761_7465_72L;

    @LocalServerPort
    int port;

    @Autowired
    Sources sources;

    @Autowired
    TestBrands brands;

    @Autowired
    Browsers browsers;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext database;

    @Autowired
    DataSource dataSource;

    @Autowired
    MemoryShares shares;

    @Autowired
    MeterRegistry meters;

    Brand brand;
    IssuedWriteKey issued;
    Sender shop;

    @BeforeEach
    void aBrandWithAShop() {
        brand = brands.chinese();
        issued = sources.create(brand, "shop");
        shop = new Sender(port, issued.writeKey());
    }

    @AfterEach
    void theRealTime() {
        clock.reset();
    }

    /// The database stands still (another session holds the writer's lock) while three times as much comes in as may
    /// wait: the rest is answered 503 with a time to come back, what waits stays within its share of the heap, and
    /// when the database goes on, whatever was acknowledged is in the log once.
    @Test
    void aDatabaseThatStandsStillCostsSendersTimeAndNotTheServerItsMemory() throws Exception {
        int events = 11;
        String filling = "水".repeat(10_000);
        long body = 3L * events * filling.length();
        // Three times its size is set aside for each body, and three times as much comes as there is room for.
        int senders = (int) (shares.bodyBytes() / body);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        ConcurrentLinkedQueue<HttpResponse<String>> refused = new ConcurrentLinkedQueue<>();
        List<Future<?>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(senders / 2)) {
            try (Connection blocker = dataSource.getConnection()) {
                lock(blocker, "pg_advisory_lock");
                try {
                    for (int sender = 0; sender < senders; sender++) {
                        int number = sender;
                        sent.add(threads.submit(() -> {
                            List<String> ids = IntStream.range(0, events)
                                    .mapToObj(i -> "m" + number + "-" + i)
                                    .toList();
                            HttpResponse<String> answer = shop.batch(
                                    ids.stream().map(id -> event(id, filling)).toArray(String[]::new));
                            if (answer.statusCode() == 200) {
                                acknowledged.addAll(ids);
                            } else {
                                refused.add(answer);
                            }
                            return null;
                        }));
                    }
                    await().atMost(Duration.ofSeconds(40))
                            .pollInterval(Duration.ofMillis(50))
                            .until(() -> refused.size() >= 20);
                    assertThat(gauge("event.waiting.size")).isBetween(1.0, (double) shares.waitingBytes());
                    assertThat(gauge("collector.bodies.size")).isBetween(1.0, (double) shares.bodyBytes());
                    assertThat(acknowledged).isEmpty();
                } finally {
                    lock(blocker, "pg_advisory_unlock");
                }
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
            assertThat(answer.body()).contains("overloaded");
        });
        List<String> logged = database.select(EVENT.MESSAGE_ID)
                .from(EVENT)
                .where(EVENT.BRAND_ID.eq(brand.id().value()))
                .fetch(EVENT.MESSAGE_ID);
        assertThat(logged).doesNotHaveDuplicates();
        assertThat(acknowledged).isNotEmpty();
        assertThat(Set.copyOf(logged)).isEqualTo(acknowledged);
        await().untilAsserted(() -> assertThat(gauge("event.waiting.size") + gauge("collector.bodies.size"))
                .isZero());
    }

    @Test
    void aSourceMayHaveAPaceAndIsToldWhenToComeBack() throws Exception {
        Browser operator = browsers.signedIn(Role.OPERATOR);
        String path =
                "/api/brands/" + brand.key() + "/sources/" + issued.source().id();
        assertThat(operator.patch(path, "{\"eventsPerSecond\": 10}")
                        .json()
                        .get("eventsPerSecond")
                        .intValue())
                .isEqualTo(10);
        // Ten seconds' worth at once, and the batch that goes beyond it is taken whole.
        assertThat(shop.batch(events(0, 99)).statusCode()).isEqualTo(200);
        assertThat(shop.batch(events(99, 140)).statusCode()).isEqualTo(200);

        HttpResponse<String> refused = shop.batch(events(140, 141));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("too-many-requests", "“shop”");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 5L);
        assertThat(count()).isEqualTo(140);

        clock.advance(Duration.ofSeconds(5));
        assertThat(shop.batch(events(140, 141)).statusCode()).isEqualTo(200);

        assertThat(operator.patch(path, "{\"eventsPerSecond\": null}")
                        .json()
                        .get("eventsPerSecond")
                        .isNull())
                .isTrue();
        assertThat(shop.batch(events(141, 400)).statusCode()).isEqualTo(200);
        assertThat(shop.batch(events(400, 401)).statusCode()).isEqualTo(200);
        assertThat(operator.patch(path, "{\"eventsPerSecond\": 0}").status()).isEqualTo(422);
    }

    @Test
    void oneSourcesPaceIsNoOthers() throws Exception {
        Sender other = new Sender(port, sources.create(brand, "other").writeKey());
        sources.change(brand, issued.source().id(), new SourceChange(1, null));
        shop.batch(events(0, 50));
        assertThat(shop.batch(events(50, 51)).statusCode()).isEqualTo(429);
        assertThat(other.batch(events(0, 1)).statusCode()).isEqualTo(200);
    }

    private static String event(String id, String filling) {
        return "{\"type\":\"track\",\"event\":\"Filled\",\"anonymousId\":\"a1\",\"messageId\":\"" + id
                + "\",\"properties\":{\"text\":\"" + filling + "\"}}";
    }

    private static String[] events(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> event("e" + i, "x")).toArray(String[]::new);
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private int count() {
        return database.fetchCount(EVENT, EVENT.BRAND_ID.eq(brand.id().value()));
    }

    private static void lock(Connection connection, String how) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select " + how + "(" + WRITER_LOCK + ")");
        }
    }
}
