package io.waterwheel.exchange.topic;

import io.waterwheel.access.Brand;
import io.waterwheel.exchange.generated.tables.records.InletRecord;
import io.waterwheel.intake.CallIntake;
import io.waterwheel.intake.CallIntake.Call;
import io.waterwheel.intake.CallIntake.Taken;
import io.waterwheel.intake.Source;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one inlet's topic. What was read is committed to Kafka only when the log and the quarantine have it; what
/// comes again after a kill or a rebalance is known by its message id and left out.
final class InletReader implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(InletReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int RECORDS = 500;
    private static final int BYTES = 8 << 20;

    private final InletRecord inlet;
    private final Brand brand;
    private final Source source;
    private final KafkaConnection connection;
    private final CallIntake intake;
    private final InletRows rows;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<byte[], byte[]> open;
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private int failures;
    private long nextLook = System.nanoTime();

    InletReader(
            InletRecord inlet,
            Brand brand,
            Source source,
            KafkaConnection connection,
            CallIntake intake,
            InletRows rows) {
        this.inlet = inlet;
        this.brand = brand;
        this.source = source;
        this.connection = connection;
        this.intake = intake;
        this.rows = rows;
    }

    long version() {
        return inlet.getVersion();
    }

    @Override
    public void run() {
        while (!stopping()) {
            try {
                read();
            } catch (WakeupException | InterruptException e) {
                // Only #stop wakes a reader.
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void read() {
        KafkaConsumer<byte[], byte[]> consumer = consumer();
        open = consumer;
        try {
            consumer.subscribe(List.of(inlet.getTopic()), new Handover(consumer));
            while (!stopping()) {
                step(consumer);
            }
        } finally {
            open = null;
            uncommitted.clear();
            // Brokers that are down would be waited for.
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
        }
    }

    /// Partitions go to another reader: what we know of them is said once more and then forgotten, lest an old word
    /// of ours take back a newer one of theirs.
    private final class Handover implements ConsumerRebalanceListener {

        private final KafkaConsumer<byte[], byte[]> consumer;

        private Handover(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commit(consumer);
            uncommitted.keySet().removeAll(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            uncommitted.keySet().removeAll(partitions);
        }
    }

    /// Ends after what is under way.
    void stop() {
        stop.countDown();
        KafkaConsumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(KafkaConnections.properties(connection));
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, inlet.getGroupId());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BYTES);
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        // A node that died is missed after this long, and its partitions go to the others.
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void step(KafkaConsumer<byte[], byte[]> consumer) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
            take(consumer, records);
        }
        if (System.nanoTime() - nextLook >= 0) {
            try {
                look(consumer);
            } catch (TimeoutException e) {
                // The client itself connects again; one made anew would have to wait until the group has forgotten
                // this one.
                note(e);
            }
            nextLook = System.nanoTime() + LOOK_EVERY.toNanos();
        }
    }

    private void take(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        Taken taken;
        try {
            taken = intake.take(brand, source, calls(records));
        } catch (Problem later) {
            // The log is busy or the disk is full: the same records are read again after a while.
            again(consumer, records);
            failures++;
            rows.failed(inlet.getId(), KafkaFailure.LOG_BUSY);
            rest();
            return;
        }
        for (TopicPartition partition : records.partitions()) {
            long next = records.records(partition).getLast().offset() + 1;
            uncommitted.put(partition, new OffsetAndMetadata(next));
        }
        commit(consumer);
        failures = 0;
        rows.took(inlet.getId(), records.count(), taken.refused());
    }

    private static List<Call> calls(ConsumerRecords<byte[], byte[]> records) {
        List<Call> calls = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            // Without a value a record only says that its key is gone.
            if (record.value() != null) {
                calls.add(new Call(record.value(), messageId(record)));
            }
        }
        return calls;
    }

    /// The time stands in it because offsets begin anew when a topic is deleted and made again.
    private static String messageId(ConsumerRecord<byte[], byte[]> record) {
        return "kafka:" + record.topic() + "-" + record.partition() + "-" + record.offset() + "@" + record.timestamp();
    }

    private static void again(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            consumer.seek(partition, records.records(partition).getFirst().offset());
        }
    }

    private void commit(KafkaConsumer<byte[], byte[]> consumer) {
        if (uncommitted.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(uncommitted, ANSWER);
            uncommitted.clear();
        } catch (CommitFailedException | RebalanceInProgressException e) {
            // The partitions went to another reader, who reads these records again; their ids are known.
            uncommitted.clear();
            log.info("inlet.rebalanced id={}", inlet.getId());
        } catch (TimeoutException e) {
            // The brokers are away; the next look tries again.
            log.debug("inlet.uncommitted id={}", inlet.getId());
        }
    }

    /// Whether the brokers answer, and how much is waiting in all partitions, whoever reads them.
    private void look(KafkaConsumer<byte[], byte[]> consumer) {
        commit(consumer);
        List<PartitionInfo> infos = consumer.partitionsFor(inlet.getTopic(), ANSWER);
        if (infos == null || infos.isEmpty()) {
            throw new UnknownTopicOrPartitionException(inlet.getTopic());
        }
        List<TopicPartition> partitions = infos.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, ANSWER);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(java.util.Set.copyOf(partitions), ANSWER);
        long lag = 0;
        for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            OffsetAndMetadata read = committed.get(partition);
            long from = read == null ? begins.getOrDefault(partition, 0L) : read.offset();
            lag += Math.max(0, end - from);
        }
        failures = 0;
        rows.checked(inlet.getId(), lag);
    }

    private void failed(RuntimeException e) {
        if (!stopping()) {
            note(e);
            rest();
        }
    }

    private void note(RuntimeException e) {
        KafkaFailure failure =
                e instanceof KafkaException ? KafkaDiagnosis.of(e, connection, inlet.getTopic()) : KafkaFailure.OTHER;
        if (failures == 0) {
            log.warn("inlet.failing id={} failure={} cause={}", inlet.getId(), failure.code(), e.toString());
        }
        failures++;
        rows.failed(inlet.getId(), failure);
    }

    private void rest() {
        try {
            stop.await(KafkaPause.after(failures, random).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.countDown();
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }
}
