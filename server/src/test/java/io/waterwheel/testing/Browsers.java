package io.waterwheel.testing;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.access.account.Staff;
import io.waterwheel.kernel.WaterwheelProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Opens browsers at the shared server: with nobody signed in, with a person of a role, or as the command line.
@Component
public class Browsers {

    public static final String PASSWORD = "water turns the wheel";

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Environment environment;
    private final WaterwheelProperties properties;
    private final Staff staff;

    Browsers(Environment environment, WaterwheelProperties properties, Staff staff) {
        this.environment = environment;
        this.properties = properties;
        this.staff = staff;
    }

    public Browser open() {
        return new Browser("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /// A person's account that has its own password, [#PASSWORD], already.
    public String person(Role role) {
        return person(role, Map.of());
    }

    private String person(Role role, Map<String, List<String>> stores) {
        String username = role.key() + NEXT.getAndIncrement();
        String oneTime =
                staff.create(username, "Test " + role.key(), role, stores).oneTimePassword();
        Browser browser = open();
        browser.signIn(username, oneTime);
        browser.post("/api/session/password", Map.of("current", oneTime, "next", PASSWORD));
        return username;
    }

    public Browser signedIn(Role role) {
        Browser browser = open();
        browser.signIn(person(role), PASSWORD);
        return browser;
    }

    /// A guide who works at these stores of a brand.
    public Browser guideOf(Brand brand, String... stores) {
        Browser browser = open();
        browser.signIn(person(Role.GUIDE, Map.of(brand.key(), List.of(stores))), PASSWORD);
        return browser;
    }

    public Browser commandLine() {
        try {
            String token = Files.readString(properties.dataDirectory().resolve("keys/local-token"));
            return open().with("Authorization", "Bearer " + token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
