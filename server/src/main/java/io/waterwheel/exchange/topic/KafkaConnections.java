package io.waterwheel.exchange.topic;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;

/// Checks what a person set and says it to Kafka's client. Only these few settings are let through: among the others
/// are some that load classes or fetch files.
final class KafkaConnections {

    private static final Pattern SERVERS =
            Pattern.compile("[A-Za-z0-9._\\[\\]:-]+:[0-9]{1,5}(,[A-Za-z0-9._\\[\\]:-]+:[0-9]{1,5})*");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private static final int LONGEST_SERVERS = 1_000;

    private KafkaConnections() {}

    /// @throws Problem `invalid`
    static KafkaConnection checked(KafkaConnection given, String topic) {
        KafkaConnection connection = new KafkaConnection(
                given.servers().replaceAll("\\s", ""),
                given.tls(),
                given.mechanism(),
                blankToNull(given.username()),
                blankToNull(given.password()),
                blankToNull(given.authority()));
        Problem problem = new Problem(KernelProblem.INVALID);
        if (connection.servers().length() > LONGEST_SERVERS
                || !SERVERS.matcher(connection.servers()).matches()) {
            problem.at(
                    "/connection/servers",
                    "servers",
                    new Text("形如 host:9092，多个之间用逗号", "host:9092, several with commas between"));
        }
        if (!TOPIC.matcher(topic).matches() || topic.equals(".") || topic.equals("..")) {
            problem.at(
                    "/topic",
                    "topic",
                    new Text("字母、数字、点、_、-，最长 249 个字符", "letters, digits, dot, _ and -, at most 249"));
        }
        if (connection.mechanism() != SaslMechanism.NONE
                && (connection.username() == null || connection.password() == null)) {
            problem.at(
                    "/connection/username",
                    "required",
                    new Text("这种认证方式需要用户名和密码", "this mechanism needs user name and password"));
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
        return connection;
    }

    static Map<String, Object> properties(KafkaConnection connection) {
        boolean sasl = connection.mechanism() != SaslMechanism.NONE;
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.servers());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, "waterwheel");
        properties.put(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                (sasl ? "SASL_" : "") + (connection.tls() ? "SSL" : "PLAINTEXT"));
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 200);
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        if (sasl) {
            properties.put(SaslConfigs.SASL_MECHANISM, connection.mechanism().kafkaName());
            properties.put(SaslConfigs.SASL_JAAS_CONFIG, jaas(connection));
        }
        if (connection.tls() && connection.authority() != null) {
            properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            properties.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, connection.authority());
        }
        return properties;
    }

    private static String jaas(KafkaConnection connection) {
        return connection.mechanism().module() + " required username=" + quoted(connection.username()) + " password="
                + quoted(connection.password()) + ";";
    }

    /// A user name must not be able to end the quotation and add options of its own.
    private static String quoted(@Nullable String text) {
        return "\"" + (text == null ? "" : text.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"";
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
