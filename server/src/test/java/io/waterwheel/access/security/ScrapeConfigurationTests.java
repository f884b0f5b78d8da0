package io.waterwheel.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ScrapeConfigurationTests {

    private static boolean opens(String token, String method, String path, String header) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.addHeader("Authorization", header);
        return new ScrapeConfiguration().scraperHasItsToken(token).matches(request);
    }

    @Test
    void theTokenOpensTheMetricsAndNothingElse() {
        assertThat(opens("secret", "GET", "/actuator/prometheus", "Bearer secret"))
                .isTrue();
        assertThat(opens("secret", "GET", "/actuator/prometheus", "Bearer other"))
                .isFalse();
        assertThat(opens("secret", "POST", "/actuator/prometheus", "Bearer secret"))
                .isFalse();
        assertThat(opens("secret", "GET", "/actuator/metrics", "Bearer secret")).isFalse();
        assertThat(opens("secret", "GET", "/actuator/prometheus/../metrics", "Bearer secret"))
                .isFalse();
    }

    @Test
    void withoutATokenNobodyHasOne() {
        assertThat(opens("", "GET", "/actuator/prometheus", "Bearer ")).isFalse();
        assertThat(opens(" ", "GET", "/actuator/prometheus", "Bearer  ")).isFalse();
    }
}
