package io.waterwheel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Gives the shared server a data directory below `target`, empty but for a connector of somebody else's.
final class FreshDataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "server");
            CornerShopJar.into(directory);
            // Little room for bodies, so that filling it costs the tests little.
            TestPropertyValues.of("waterwheel.data-directory=" + directory, "waterwheel.memory.bodies=0.03")
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
