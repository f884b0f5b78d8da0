package io.waterwheel.intake.connector;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The connectors there are: those on the class path and those in jars in the folder `connectors` of the data
/// directory, looked for once at the start.
@Component
public class Connectors {

    private static final Logger log = LoggerFactory.getLogger(Connectors.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{1,29}");

    private final Map<String, Connector> byPlatform = new TreeMap<>();

    Connectors(WaterwheelProperties properties) {
        add(Connectors.class.getClassLoader());
        URL[] jars = jars(properties.dataDirectory().resolve("connectors"));
        if (jars.length > 0) {
            add(new URLClassLoader("connectors", jars, Connectors.class.getClassLoader()));
        }
    }

    public Collection<Connector> all() {
        return List.copyOf(byPlatform.values());
    }

    public Optional<Connector> find(String platform) {
        return Optional.ofNullable(byPlatform.get(platform));
    }

    /// @throws Problem `platform-unknown`
    public Connector require(String platform) {
        return find(platform)
                .orElseThrow(() -> new Problem(IntakeProblem.PLATFORM_UNKNOWN)
                        .with("platform", platform)
                        .with("platforms", String.join(", ", byPlatform.keySet())));
    }

    private void add(ClassLoader from) {
        for (Connector connector : ServiceLoader.load(Connector.class, from)) {
            String platform = connector.platform();
            if (!NAME.matcher(platform).matches()) {
                throw new IllegalStateException(
                        "the connector " + connector.getClass().getName() + " calls its platform \"" + platform
                                + "\"; a name matches " + NAME);
            }
            Connector other = byPlatform.putIfAbsent(platform, connector);
            if (other == null) {
                log.debug("connector.found platform={}", platform);
            } else if (other.getClass() != connector.getClass()) {
                throw new IllegalStateException("two connectors for the platform " + platform + ": "
                        + other.getClass().getName() + " and "
                        + connector.getClass().getName());
            }
        }
    }

    private static URL[] jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new URL[0];
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .map(Connectors::address)
                    .toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of connectors cannot be read: " + folder, e);
        }
    }

    private static URL address(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
