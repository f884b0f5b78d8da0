package io.waterwheel.testing;

import com.example.connector.CornerShopConnector;
import io.waterwheel.intake.connector.Connector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A connector of somebody else's, in a jar as an installation would have it.
final class CornerShopJar {

    private CornerShopJar() {}

    static void into(Path dataDirectory) throws IOException {
        String name = CornerShopConnector.class.getName();
        String file = name.replace('.', '/') + ".class";
        Path folder = Files.createDirectories(dataDirectory.resolve("connectors"));
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(folder.resolve("corner-shop.jar")));
                InputStream bytes = CornerShopJar.class.getClassLoader().getResourceAsStream(file)) {
            jar.putNextEntry(new ZipEntry("META-INF/services/" + Connector.class.getName()));
            jar.write(name.getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new ZipEntry(file));
            jar.write(bytes.readAllBytes());
        }
    }
}
