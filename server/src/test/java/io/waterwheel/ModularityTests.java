package io.waterwheel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/// The modules touch each other only where their `package-info` says so, and the picture of them is true.
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(Waterwheel.class);

    @Test
    void modulesKeepTheirBoundaries() {
        modules.verify();
    }

    @Test
    void thePictureOfTheModulesIsDrawnFromTheCode() throws IOException {
        Path target = Path.of("target", "modules");
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder(target.toString()))
                .writeModulesAsPlantUml(
                        Documenter.DiagramOptions.defaults().withStyle(Documenter.DiagramOptions.DiagramStyle.UML));
        try (Stream<Path> drawn = Files.list(target)) {
            org.assertj.core.api.Assertions.assertThat(drawn.count()).isPositive();
        }
    }
}
