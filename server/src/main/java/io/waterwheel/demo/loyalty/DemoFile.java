package io.waterwheel.demo.loyalty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/// What the demo brings along as text.
final class DemoFile {

    private DemoFile() {}

    static String read(String name) {
        try {
            return new ClassPathResource(name, DemoFile.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
