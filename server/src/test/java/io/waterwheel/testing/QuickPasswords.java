package io.waterwheel.testing;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// BCrypt at its lowest cost: at the product's, the sign-ins of the stories took three quarters of all the time that
/// the tests spent on a processor.
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

    private static final int LOWEST = 4;

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(LOWEST)));
    }
}
