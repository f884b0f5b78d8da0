package io.waterwheel.access.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/// Lets Prometheus read the metrics, and nothing else, with a token of its own: it cannot sign in.
@Configuration(proxyBeanMethods = false)
class ScrapeConfiguration {

    private static final String METRICS = "/actuator/prometheus";

    @Bean
    @Order(0)
    SecurityFilterChain scraperHasItsToken(@Value("${waterwheel.metrics.token:}") String token) {
        return new DefaultSecurityFilterChain(request -> !token.isBlank()
                && request.getMethod().equals("GET")
                && request.getRequestURI().equals(METRICS)
                && holds(request, token));
    }

    private static boolean holds(HttpServletRequest request, String token) {
        String told = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        return MessageDigest.isEqual(bytes("Bearer " + token), bytes(told));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
