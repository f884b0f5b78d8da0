package io.waterwheel.exchange;

import static io.waterwheel.exchange.generated.Tables.INLET;
import static io.waterwheel.exchange.generated.Tables.OUTLET;
import static io.waterwheel.intake.generated.Tables.QUARANTINE;
import static io.waterwheel.kernel.generated.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.exchange.topic.FlowState;
import io.waterwheel.exchange.topic.Inlet;
import io.waterwheel.exchange.topic.InletSettings;
import io.waterwheel.exchange.topic.Inlets;
import io.waterwheel.exchange.topic.KafkaConnection;
import io.waterwheel.exchange.topic.KafkaFailure;
import io.waterwheel.exchange.topic.Outlet;
import io.waterwheel.exchange.topic.OutletSettings;
import io.waterwheel.exchange.topic.Outlets;
import io.waterwheel.exchange.topic.SaslMechanism;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.KafkaBroker;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// With a real broker, which one of the stories kills.
@ServerTest
class KafkaStories {

    private static final Duration MOST = Duration.ofSeconds(30);

    @Autowired
    Inlets inlets;

    @Autowired
    Outlets outlets;

    @Autowired
    EventLog log;

    @Autowired
    TestBrands brands;

    @Autowired
    Browsers browsers;

    @Autowired
    DSLContext database;

    @Autowired
    Vault vault;

    KafkaBroker kafka = KafkaBroker.shared();
    Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
    }

    @AfterEach
    void nothingFlowsAnyMore() {
        inlets.of(brand).forEach(inlet -> inlets.remove(brand, inlet.id()));
        outlets.of(brand).forEach(outlet -> outlets.remove(brand, outlet.id()));
    }

    @Test
    void whatATopicHoldsComesInOnceAndBadRecordsStopNothing() {
        String topic = kafka.topic(1);
        send(
                topic,
                call("Seen", "m1"),
                "{\"type\":\"tra",
                "17",
                "{\"type\":\"track\",\"userId\":\"u1\"}",
                "{\"type\":\"track\",\"event\":\"Unnamed\",\"userId\":\"u1\"}",
                null,
                "{\"batch\":[" + call("Seen", "m2") + "," + call("Seen", "m3") + ",{\"type\":\"track\"}]}",
                call("Seen", "m1"),
                "{\"type\":\"identify\",\"userId\":\"u1\",\"messageId\":\"m4\",\"traits\":{\"phone\":\"13612348000\"}}");
        Inlet inlet = open(topic);
        awaitLogged(5);
        assertThat(logged("message_id").stream().filter(id -> !id.startsWith("kafka:")))
                .containsExactly("m1", "m2", "m3", "m4");
        assertThat(logged("message_id").stream().filter(id -> id.startsWith("kafka:" + topic + "-0-4@")))
                .hasSize(1);
        assertThat(logged("source")).containsOnly("stream");
        assertThat(quarantined(inlet))
                .containsExactlyInAnyOrder("json-malformed", "json-malformed", "name-missing", "name-missing");
        Inlet read = await().atMost(MOST)
                .until(
                        () -> inlets.get(brand, inlet.id()),
                        one -> Long.valueOf(0).equals(one.lag()) && one.records() == 9);
        assertThat(read.refused()).isEqualTo(4);
        assertThat(read.failure()).isNull();
        assertThat(database.select(EVENT.PROPERTIES)
                        .from(EVENT)
                        .where(EVENT.BRAND_ID.eq(brand.id().value()))
                        .fetch(EVENT.PROPERTIES)
                        .toString())
                .doesNotContain("13612348000");
    }

    @Test
    void restartsAndRebalancesLoseAndDoubleNothing() {
        String topic = kafka.topic(3);
        Inlet inlet = open(topic);
        int records = 1_500;
        try (KafkaProducer<String, String> producer = kafka.producer()) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(
                        topic, "k" + i % 7, "{\"type\":\"track\",\"event\":\"Seen\",\"userId\":\"u" + i % 7 + "\"}"));
                if (i % 500 == 250) {
                    producer.flush();
                    inlets.state(brand, inlet.id(), FlowState.PAUSED);
                    // Somebody of the same group reads a part, dies before the commit, and the part comes back to us.
                    try (KafkaConsumer<String, String> other = kafka.consumer(inlet.group(), topic)) {
                        inlets.state(brand, inlet.id(), FlowState.ACTIVE);
                        await().atMost(MOST).until(() -> {
                            other.poll(Duration.ofMillis(100));
                            return !other.assignment().isEmpty();
                        });
                    }
                }
            }
        }
        awaitLogged(records);
        await().atMost(MOST)
                .until(
                        () -> inlets.get(brand, inlet.id()),
                        one -> Long.valueOf(0).equals(one.lag()));
        assertThat(logged("message_id")).hasSize(records).doesNotHaveDuplicates();
    }

    @Test
    void brokersThatAreAwayAreWaitedForAndSaidToBe() {
        String in = kafka.topic(1);
        String out = kafka.topic(1);
        Inlet inlet = open(in);
        Outlet outlet = outlets.create(brand, outlet("flow", plain(), out, List.of(), false));
        send(in, call("Before", "m1"));
        awaitLogged(1);
        awaitSent(outlet, 1);
        kafka.kill();
        try {
            happens("While away", 3);
            await().atMost(MOST)
                    .until(() -> inlets.get(brand, inlet.id()), one -> one.failure() == KafkaFailure.UNREACHABLE);
            Outlet waiting = await().atMost(Duration.ofSeconds(60))
                    .until(() -> outlets.get(brand, outlet.id()), one -> one.failure() == KafkaFailure.UNREACHABLE);
            assertThat(waiting.failingSince()).isNotNull();
            assertThat(waiting.nextTryAt()).isNotNull();
        } finally {
            kafka.start();
        }
        send(in, call("After", "m2"));
        awaitLogged(5);
        awaitSent(outlet, 5);
        assertThat(inlets.get(brand, inlet.id()).failingSince()).isNull();
        assertThat(outlets.get(brand, outlet.id()).failingSince()).isNull();
        List<String> arrived = new ArrayList<>();
        for (ConsumerRecord<String, String> record : read(out, 5)) {
            arrived.add(header(record, "waterwheel-position"));
        }
        assertThat(arrived.stream().distinct()).hasSize(5);
    }

    @Test
    void whatHappensFlowsToATopicInOrderPerCustomer() {
        String topic = kafka.topic(4);
        Outlet outlet = outlets.create(brand, outlet("flow", plain(), topic, List.of("Step"), false));
        List<NewEvent> events = IntStream.range(0, 200)
                .mapToObj(i -> TestEvents.event(
                        brand,
                        TestEvents.member("member" + i % 9),
                        i % 10 == 0 ? "Other" : "Step",
                        Instant.now(),
                        "{\"i\": " + i + ", \"email\": \"" + vault.seal("li@example.com") + "\"}"))
                .toList();
        log.append(events);
        awaitSent(outlet, 180);
        List<ConsumerRecord<String, String>> records = read(topic, 180);
        Map<String, List<Long>> positions = new LinkedHashMap<>();
        for (ConsumerRecord<String, String> record : records) {
            JsonNode message = JsonMapper.shared().readTree(record.value());
            assertThat(message.get("type").asString()).isEqualTo("Step");
            assertThat(record.key()).isEqualTo(message.at("/data/customer").toString());
            assertThat(header(record, "waterwheel-key"))
                    .isEqualTo(message.at("/data/key").asString());
            long position = message.at("/data/position").asLong();
            assertThat(header(record, "waterwheel-position")).isEqualTo(Long.toString(position));
            assertThat(message.at("/data/properties").has("email")).isFalse();
            assertThat(message.at("/data/omitted").toString()).isEqualTo("[\"/email\"]");
            positions.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(position);
        }
        assertThat(positions).hasSize(9);
        assertThat(positions.values()).allSatisfy(each -> assertThat(each).isSorted());
    }

    @Test
    void aKillBeforeTheNoteSendsABatchAgainWithTheSamePositionsAndKeys() {
        String topic = kafka.topic(1);
        Outlet outlet = outlets.create(brand, outlet("flow", plain(), topic, List.of(), false));
        long before = database.select(OUTLET.POSITION)
                .from(OUTLET)
                .where(OUTLET.ID.eq(outlet.id()))
                .fetchSingle(OUTLET.POSITION);
        happens("Step", 3);
        awaitSent(outlet, 3);
        database.update(OUTLET)
                .set(OUTLET.POSITION, before)
                .where(OUTLET.ID.eq(outlet.id()))
                .execute();
        awaitSent(outlet, 6);
        List<ConsumerRecord<String, String>> records = read(topic, 6);
        assertThat(records.stream()
                        .map(record -> header(record, "waterwheel-key"))
                        .distinct())
                .hasSize(3);
        assertThat(records.subList(0, 3).stream().map(ConsumerRecord::value))
                .containsExactlyElementsOf(records.subList(3, 6).stream()
                        .map(ConsumerRecord::value)
                        .toList());
    }

    @Test
    void aPasswordIsSealedAndOpensTheDoorAndAWrongOneIsSaidToBe() {
        String topic = kafka.topic(1);
        send(topic, call("Seen", "m1"));
        Inlet right = inlets.create(brand, new InletSettings("right", sasl("sec\"ret"), topic, "right-" + brand.key()));
        awaitLogged(1);
        assertThat(database.select(INLET.SEALED_PASSWORD)
                        .from(INLET)
                        .where(INLET.ID.eq(right.id()))
                        .fetchSingle(INLET.SEALED_PASSWORD))
                .startsWith("v1:")
                .doesNotContain("sec");
        assertThat(inlets.get(brand, right.id()).connection().password()).isNull();
        Inlet wrong = inlets.create(brand, new InletSettings("wrong", sasl("guess"), topic, "wrong-" + brand.key()));
        await().atMost(MOST)
                .until(() -> inlets.get(brand, wrong.id()), one -> one.failure() == KafkaFailure.ACCESS_REFUSED);
        inlets.change(brand, wrong.id(), new InletSettings("wrong", sasl("sec\"ret"), topic, "wrong-" + brand.key()));
        await().atMost(MOST)
                .until(
                        () -> inlets.get(brand, wrong.id()),
                        one -> Long.valueOf(0).equals(one.lag()));
    }

    @Test
    void aTopicThatIsMissingIsSaidToBeAndReadOnceItIsThere() {
        String topic = "late-" + brand.key();
        Inlet inlet = open(topic);
        await().atMost(MOST)
                .until(() -> inlets.get(brand, inlet.id()), one -> one.failure() == KafkaFailure.TOPIC_MISSING);
        kafka.createTopic(topic, 1);
        send(topic, call("Seen", "m1"));
        awaitLogged(1);
        await().atMost(MOST).until(() -> inlets.get(brand, inlet.id()), one -> one.failure() == null);
    }

    @Test
    void administratorsOpenAndOperatorsPause() {
        String topic = kafka.topic(1);
        Browser admin = browsers.signedIn(Role.ADMIN);
        Browser operator = browsers.signedIn(Role.OPERATOR);
        String address = "/api/brands/" + brand.key();
        Map<String, Object> connection = Map.of("servers", kafka.servers(), "tls", false, "mechanism", "none");
        Map<String, Object> settings = Map.of("source", "erp", "connection", connection, "topic", topic);
        assertThat(operator.post(address + "/inlets", settings).status()).isEqualTo(403);
        Browser.Answer made = admin.post(address + "/inlets", settings);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.json().get("group").asString()).isEqualTo("waterwheel-" + brand.key() + "-" + topic);
        String inlet = address + "/inlets/" + made.json().get("id").asLong();
        assertThat(operator.post(inlet + "/pause", null).json().get("state").asString())
                .isEqualTo("paused");
        assertThat(admin.post(
                                address + "/inlets",
                                Map.of(
                                        "source", "odd",
                                        "connection", Map.of("servers", "no port", "tls", false, "mechanism", "plain"),
                                        "topic", "a b"))
                        .json()
                        .get("errors"))
                .hasSize(3);
        assertThat(admin.post(
                                address + "/outlets",
                                Map.of("name", "lake", "connection", connection, "topic", topic, "events", List.of()))
                        .status())
                .isEqualTo(200);
        assertThat(operator.get(address + "/outlets").json()).hasSize(1);
        assertThat(admin.delete(inlet).status()).isEqualTo(204);
    }

    private Inlet open(String topic) {
        return inlets.create(brand, new InletSettings("stream", plain(), topic, null));
    }

    private KafkaConnection plain() {
        return new KafkaConnection(kafka.servers(), false, SaslMechanism.NONE, null, null, null);
    }

    private KafkaConnection sasl(String password) {
        return new KafkaConnection(kafka.saslServers(), false, SaslMechanism.PLAIN, "shop", password, null);
    }

    private static OutletSettings outlet(
            String name, KafkaConnection connection, String topic, List<String> events, boolean personalData) {
        return new OutletSettings(name, connection, topic, events, personalData, false);
    }

    private static String call(String event, String id) {
        return "{\"type\":\"track\",\"event\":\"" + event + "\",\"userId\":\"u1\",\"messageId\":\"" + id + "\"}";
    }

    private void send(String topic, @Nullable String... values) {
        try (KafkaProducer<String, String> producer = kafka.producer()) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, 0, "k", value));
            }
        }
    }

    private void happens(String name, int times) {
        log.append(IntStream.range(0, times)
                .mapToObj(
                        i -> TestEvents.event(brand, TestEvents.member("1"), name, Instant.now(), "{\"i\": " + i + "}"))
                .toList());
    }

    private List<ConsumerRecord<String, String>> read(String topic, int count) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = kafka.consumer("reader-of-" + topic, topic)) {
            await().atMost(MOST).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= count;
            });
        }
        return records;
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private void awaitLogged(int count) {
        await().atMost(MOST).until(() -> logged("message_id").size() >= count);
        assertThat(logged("message_id")).hasSize(count);
    }

    private void awaitSent(Outlet outlet, long count) {
        await().atMost(MOST).until(() -> outlets.get(brand, outlet.id()).sent() >= count);
        assertThat(outlets.get(brand, outlet.id()).sent()).isEqualTo(count);
    }

    private List<String> logged(String column) {
        return database.selectFrom(EVENT)
                .where(EVENT.BRAND_ID.eq(brand.id().value()))
                .orderBy(EVENT.POSITION)
                .fetch(EVENT.field(column, String.class));
    }

    private List<String> quarantined(Inlet inlet) {
        return database.select(QUARANTINE.REASON)
                .from(QUARANTINE)
                .where(QUARANTINE.SOURCE_ID.eq(inlet.sourceId()))
                .fetch(QUARANTINE.REASON);
    }
}
