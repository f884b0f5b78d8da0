package io.waterwheel.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// One real Kafka broker for all tests, started by the first that asks for it, in a process of its own that can be
/// killed and started again.
public final class KafkaBroker {

    private static final Duration START = Duration.ofSeconds(90);
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static @Nullable KafkaBroker shared;

    private final Path directory;
    private final int port;
    private final int saslPort;
    private @Nullable Process process;

    private KafkaBroker() throws IOException {
        this.directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "kafka")
                .toAbsolutePath();
        this.port = freePort();
        this.saslPort = freePort();
        Files.writeString(directory.resolve("server.properties"), settings(freePort()));
    }

    public static synchronized KafkaBroker shared() {
        try {
            if (shared == null) {
                KafkaBroker broker = new KafkaBroker();
                Runtime.getRuntime().addShutdownHook(new Thread(broker::kill));
                broker.start();
                shared = broker;
            }
            return shared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String settings(int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%3$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,SASL://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%3$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,SASL://127.0.0.1:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SASL:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                sasl.enabled.mechanisms=PLAIN
                listener.name.sasl.plain.sasl.jaas.config=\\
                  org.apache.kafka.common.security.plain.PlainLoginModule required user_shop="sec\\\\"ret";
                log.dirs=%4$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(port, saslPort, controllerPort, directory.resolve("log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Starts it, again if it was killed: with the same address and everything it had.
    public void start() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath(),
                            "io.waterwheel.testing.KafkaProcess",
                            directory.resolve("server.properties").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output.txt").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process started = process;
        await("the broker, see " + directory.resolve("output.txt"))
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !started.isAlive() || answers());
        if (!started.isAlive()) {
            throw new AssertionError("the broker ended, see " + directory.resolve("output.txt"));
        }
    }

    /// That of the tests, whoever runs them: Maven starts them with it, others load them from it.
    private static String classPath() {
        return KafkaBroker.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (IOException | ExecutionException | java.util.concurrent.TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// As by `kill -9`.
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            try {
                running.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public String servers() {
        return "127.0.0.1:" + port;
    }

    /// Where one must be the user `shop` with the password `sec"ret`.
    public String saslServers() {
        return "127.0.0.1:" + saslPort;
    }

    /// Makes a topic that no other test has.
    public String topic(int partitions) {
        String name = "topic-" + NEXT.getAndIncrement();
        createTopic(name, partitions);
        return name;
    }

    public void createTopic(String name, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            admin.createTopics(Set.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("no topic " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers(), "linger.ms", 0), new StringSerializer(), new StringSerializer());
    }

    /// A consumer that has joined a group and reads a topic from its beginning.
    public KafkaConsumer<String, String> consumer(String group, String topic) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers(),
                        "group.id",
                        group,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }
}
