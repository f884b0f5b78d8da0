package io.waterwheel.exchange.topic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// Finds out what a time-out means: Kafka's clients say it of brokers that are down and of a topic that is not there.
final class KafkaDiagnosis {

    private static final int MILLIS = 4_000;
    private static final int CONNECT_MILLIS = 1_000;

    private KafkaDiagnosis() {}

    static KafkaFailure of(Throwable failure, KafkaConnection connection, String topic) {
        KafkaFailure first = KafkaFailure.of(failure);
        if (first != KafkaFailure.UNREACHABLE || !anyListens(connection)) {
            return first;
        }
        Map<String, Object> properties = new HashMap<>(KafkaConnections.properties(connection));
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS);
        Admin admin = Admin.create(properties);
        try {
            admin.describeTopics(Set.of(topic)).allTopicNames().get(MILLIS, TimeUnit.MILLISECONDS);
            return first;
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            return KafkaFailure.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return first;
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private static boolean anyListens(KafkaConnection connection) {
        return Arrays.stream(connection.servers().split(",")).anyMatch(KafkaDiagnosis::listens);
    }

    private static boolean listens(String server) {
        int colon = server.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1))),
                    CONNECT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
