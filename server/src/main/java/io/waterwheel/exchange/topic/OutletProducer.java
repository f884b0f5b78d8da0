package io.waterwheel.exchange.topic;

import io.waterwheel.exchange.event.EventMessages;
import io.waterwheel.kernel.event.LoggedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Kafka's client for one outlet. The customer's number is the record's key, so that what one customer did stays in
/// order; position and event key are headers, so that a reader who meets a record again knows it.
final class OutletProducer implements AutoCloseable {

    static final String POSITION = "waterwheel-position";
    static final String KEY = "waterwheel-key";

    private final KafkaConnection connection;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    OutletProducer(KafkaConnection connection, String topic) {
        this.connection = connection;
        this.topic = topic;
        Map<String, Object> properties = new HashMap<>(KafkaConnections.properties(connection));
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 8_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 12_000);
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// Whether it still speaks to where the outlet is set to.
    boolean speaksTo(KafkaConnection other, String otherTopic) {
        return connection.equals(other) && topic.equals(otherTopic);
    }

    /// Sends events in their order and returns when the brokers have them all.
    void send(List<LoggedEvent> events, EventMessages messages, boolean withPersonalData)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
        for (LoggedEvent event : events) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    topic,
                    null,
                    event.at().toEpochMilli(),
                    event.customer() == null ? null : bytes(event.customer().toString()),
                    messages.bytes(event, withPersonalData));
            record.headers().add(POSITION, bytes(Long.toString(event.position())));
            record.headers().add(KEY, bytes(event.key().toString()));
            sent.add(producer.send(record));
        }
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
