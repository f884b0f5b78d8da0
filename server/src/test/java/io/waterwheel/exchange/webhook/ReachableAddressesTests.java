package io.waterwheel.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.exchange.ExchangeProblem;
import io.waterwheel.exchange.ExchangeProperties;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.ProblemType;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a server in somebody's network must not be made to speak to.
class ReachableAddressesTests {

    private final ReachableAddresses closed = new ReachableAddresses(new ExchangeProperties(false));
    private final WebhookAddresses judge = new WebhookAddresses(closed);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:7f00:1::"
            })
    void addressesOfOnesOwnNetworkAreRefused(String address) throws UnknownHostException {
        assertThat(ReachableAddresses.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "11.0.0.1", "2606:4700::1111", "64:ff9b::8.8.8.8"})
    void publicAddressesAreNot(String address) throws UnknownHostException {
        assertThat(ReachableAddresses.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void aNameOfThisMachineIsRefusedWhenItIsStored() {
        assertRefused(judge, "https://localhost/hook", ExchangeProblem.WEBHOOK_ADDRESS_PRIVATE);
        assertRefused(judge, "https://2130706433/hook", ExchangeProblem.WEBHOOK_ADDRESS_PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.com/hook", "ftp://example.com", "https://a:b@example.com", "https:///x", "no url"
            })
    void onlyAWholeHttpsAddressWithoutAPasswordIsTaken(String url) {
        assertRefused(judge, url, KernelProblem.INVALID);
    }

    @Test
    void deliveryLooksAgainBecauseANameMayMove() throws Exception {
        Post post = new Post(closed);
        assertThat(post.send(URI.create("http://localhost:1/hook"), Map.of(), new byte[0]))
                .isEqualTo(new Attempt.Failed(Failure.PRIVATE_ADDRESS, null));
        post.destroy();
    }

    @Test
    void whoeverRunsTheServerMayAllowThem() {
        WebhookAddresses open = new WebhookAddresses(new ReachableAddresses(new ExchangeProperties(true)));
        assertThat(open.checked(" http://localhost:9/hook ")).isEqualTo("http://localhost:9/hook");
    }

    private static void assertRefused(WebhookAddresses judge, String url, ProblemType type) {
        assertThatThrownBy(() -> judge.checked(url))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
