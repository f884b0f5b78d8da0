package io.waterwheel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// The main class of the broker's own process: Apache Kafka in combined KRaft mode, formatted on the first start. It
/// ends when its input does, so that it never outlives the tests that started it.
final class KafkaProcess {

    private KafkaProcess() {}

    /// Arguments: the file with the broker's settings.
    public static void main(String[] arguments) throws IOException {
        Path settings = Path.of(arguments[0]);
        Properties properties = new Properties();
        try (var in = Files.newInputStream(settings)) {
            properties.load(in);
        }
        Thread.ofPlatform().daemon().start(KafkaProcess::endWithInput);
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            kafka.tools.StorageTool.execute(
                    new String[] {"format", "--cluster-id", "3Db5QLSqSZieL3rJBUUegA", "--config", settings.toString()},
                    System.out);
        }
        kafka.Kafka.main(new String[] {settings.toString()});
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said to a broker.
            }
        } catch (IOException e) {
            // The other side is gone: so do we.
        }
        Runtime.getRuntime().halt(0);
    }
}
