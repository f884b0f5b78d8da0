package io.waterwheel.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What every event log must do, whatever it is made of.
@ServerTest
class EventLogContractTests {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    @Autowired
    private EventLog log;

    @Autowired
    private TestBrands brands;

    @Autowired
    private EventWriter writer;

    @Autowired
    private SubjectResolver subjects;

    @Autowired
    private DSLContext database;

    @Autowired
    private LogSignal signal;

    @Autowired
    private WaitingRoom room;

    @Test
    void readsBackWhatWasAppendedInOrder() {
        Brand brand = brands.chinese();
        long before = log.end();
        List<NewEvent> events = IntStream.range(0, 5)
                .mapToObj(
                        i -> TestEvents.event(brand, TestEvents.member("m" + i), "Viewed", NOON, "{\"i\": " + i + "}"))
                .toList();

        log.append(events);

        List<LoggedEvent> read = ofBrand(brand, before);
        assertThat(read)
                .extracting(LoggedEvent::messageId)
                .containsExactlyElementsOf(
                        events.stream().map(NewEvent::messageId).toList());
        assertThat(read).allSatisfy(event -> {
            assertThat(event.at()).isEqualTo(NOON);
            assertThat(event.identifiedBy()).containsExactly(IdentifierKind.MEMBER_NO);
        });
    }

    @Test
    void anEventSentAgainChangesNothing() {
        Brand brand = brands.chinese();
        long before = log.end();
        NewEvent event = TestEvents.event(brand, TestEvents.member("m1"), "Viewed", NOON, "{}");

        assertThat(log.append(List.of(event))).first().isInstanceOf(Appended.Written.class);
        assertThat(log.append(List.of(event, event)))
                .containsExactly(new Appended.Duplicate(), new Appended.Duplicate());

        assertThat(ofBrand(brand, before)).hasSize(1);
    }

    /// A log that has just been started remembers nothing but what is on disk.
    @Test
    void anEventSentAgainAfterARestartChangesNothing() {
        Brand brand = brands.chinese();
        long before = log.end();
        NewEvent event = TestEvents.event(brand, TestEvents.member("m1"), "Viewed", NOON, "{}");
        log.append(List.of(event));

        PostgresEventLog restarted = new PostgresEventLog(writer, subjects, database, signal, room);
        restarted.start();
        try {
            assertThat(restarted.append(List.of(event))).containsExactly(new Appended.Duplicate());
        } finally {
            restarted.stop();
        }
        assertThat(ofBrand(brand, before)).hasSize(1);
    }

    /// There is no window behind which an id is new again: what is in the log is known, however much came after it
    /// and however long ago it happened.
    @Test
    void anOldEventSentAgainAfterManyOthersChangesNothing() {
        Brand brand = brands.chinese();
        Instant years = NOON.minus(Duration.ofDays(3 * 365));
        NewEvent old = TestEvents.event(brand, TestEvents.member("m1"), "Viewed", years, "{}");
        log.append(List.of(old));
        for (int i = 0; i < 5; i++) {
            log.append(IntStream.range(0, 4_000)
                    .mapToObj(n -> TestEvents.event(brand, Subject.NOBODY, "Viewed", NOON, "{}"))
                    .toList());
        }
        assertThat(log.append(List.of(old))).containsExactly(new Appended.Duplicate());
    }

    @Test
    void theSameEventTwiceInOneBatchIsWrittenOnce() {
        Brand brand = brands.chinese();
        long before = log.end();
        NewEvent event = TestEvents.event(brand, TestEvents.member("m1"), "Viewed", NOON, "{}");

        List<Appended> outcomes = log.append(List.of(event, event));

        assertThat(outcomes.get(0)).isInstanceOf(Appended.Written.class);
        assertThat(outcomes.get(1)).isInstanceOf(Appended.Duplicate.class);
        assertThat(ofBrand(brand, before)).hasSize(1);
    }

    @Test
    void theSameMessageIdFromTwoBrandsIsTwoEvents() {
        Brand one = brands.chinese();
        Brand other = brands.chinese();
        NewEvent event = TestEvents.event(one, TestEvents.member("m1"), "Viewed", NOON, "{}");
        NewEvent same = new NewEvent(
                other.id(), event.source(), event.messageId(), event.name(), NOON, event.subject(), "{}", "{}");

        assertThat(log.append(List.of(event, same))).hasOnlyElementsOfType(Appended.Written.class);
    }

    @Test
    void everyPropertySurvivesUnchanged() {
        Brand brand = brands.chinese();
        long before = log.end();
        String awkward = "{\"text\": \"tab\\t newline\\n quote\\\" backslash\\\\ \\\\N 水轮 \uD83C\uDF0A\"}";

        log.append(List.of(TestEvents.event(brand, TestEvents.member("m1"), "Viewed \\N\t", NOON, awkward)));

        LoggedEvent read = ofBrand(brand, before).getFirst();
        assertThat(read.name()).isEqualTo("Viewed \\N\t");
        assertThat(read.properties()).isEqualTo(awkward);
    }

    /// Many callers at once, a good share of them sending what another is sending: every event once, positions
    /// without a gap, and each person one customer.
    @Test
    void concurrentCallersNeitherLoseNorDoubleAnything() throws Exception {
        long seed = System.nanoTime();
        Brand brand = brands.chinese();
        long before = log.end();
        int distinct = 600;
        List<NewEvent> events = IntStream.range(0, distinct)
                .mapToObj(i -> TestEvents.event(brand, TestEvents.member("m" + i % 37), "Viewed", NOON, "{}"))
                .toList();
        List<Callable<List<Appended>>> callers = new ArrayList<>();
        Random random = new Random(seed);
        for (int caller = 0; caller < 24; caller++) {
            List<NewEvent> slice = IntStream.range(0, 100)
                    .mapToObj(i -> events.get(random.nextInt(distinct)))
                    .toList();
            callers.add(() -> log.append(slice));
        }
        callers.add(() -> log.append(events));

        long written = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Appended>> outcome : threads.invokeAll(callers)) {
                written += outcome.get().stream()
                        .filter(Appended.Written.class::isInstance)
                        .count();
            }
        }

        List<LoggedEvent> read = ofBrand(brand, before);
        assertThat(written).as("seed %d", seed).isEqualTo(distinct);
        assertThat(read).as("seed %d", seed).hasSize(distinct);
        Set<CustomerNo> customers = new HashSet<>();
        read.forEach(event -> customers.add(event.customer()));
        assertThat(customers).as("seed %d", seed).hasSize(37);
        List<LoggedEvent> all = log.read(before, 100_000);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).position())
                    .as("seed %d", seed)
                    .isEqualTo(all.get(i - 1).position() + 1);
        }
    }

    @Test
    void oneBadEventDoesNotCostOthersTheirs() throws Exception {
        Brand brand = brands.chinese();
        long before = log.end();
        NewEvent bad = TestEvents.event(brand, TestEvents.member("m1"), "Viewed", NOON, "{not json");
        List<Callable<List<Appended>>> callers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            NewEvent good = TestEvents.event(brand, TestEvents.member("m" + i), "Viewed", NOON, "{}");
            callers.add(() -> log.append(List.of(good)));
        }
        callers.add(10, () -> log.append(List.of(bad)));

        int refused = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Appended>> outcome : threads.invokeAll(callers)) {
                try {
                    outcome.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    refused++;
                }
            }
        }

        assertThat(refused).isEqualTo(1);
        assertThat(ofBrand(brand, before)).hasSize(20);
    }

    private List<LoggedEvent> ofBrand(Brand brand, long after) {
        return log.read(after, 100_000).stream()
                .filter(event -> event.brand().equals(brand.id()))
                .toList();
    }
}
