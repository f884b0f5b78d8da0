package io.waterwheel.exchange.webhook;

import io.waterwheel.exchange.ExchangeProblem;
import io.waterwheel.exchange.webhook.ReachableAddresses.PrivateAddressException;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Judges an address before it is stored. It is judged again at every delivery, because a name may move.
@Component
class WebhookAddresses {

    private static final int LONGEST = 2_000;

    private final ReachableAddresses reachable;

    WebhookAddresses(ReachableAddresses reachable) {
        this.reachable = reachable;
    }

    /// @throws Problem `invalid`, `webhook-address-private`
    String checked(String url) {
        String stripped = url.strip();
        URI address = parsed(stripped);
        try {
            reachable.resolve(address.getHost());
        } catch (PrivateAddressException e) {
            throw new Problem(ExchangeProblem.WEBHOOK_ADDRESS_PRIVATE, e).with("host", address.getHost());
        } catch (UnknownHostException e) {
            // It may be known later; until then deliveries say so.
        }
        return stripped;
    }

    private URI parsed(String url) {
        // In the open a message must be sealed on its way; inside one's own network people may do as they do.
        Set<String> schemes = reachable.privateAllowed() ? Set.of("http", "https") : Set.of("https");
        try {
            URI address = URI.create(url);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (url.length() <= LONGEST
                    && schemes.contains(scheme)
                    && address.getHost() != null
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // falls through to the one refusal below
        }
        throw new Problem(KernelProblem.INVALID)
                .at(
                        "/url",
                        "address",
                        new Text(
                                "须是以 https:// 开头的完整地址，不含用户名和密码",
                                "a whole address that begins with https://, without user name and password"));
    }

    static String host(String url) {
        return String.valueOf(URI.create(url).getHost());
    }
}
