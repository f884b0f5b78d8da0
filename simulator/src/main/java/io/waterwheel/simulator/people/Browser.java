package io.waterwheel.simulator.people;

import io.waterwheel.simulator.http.UrlEncoded;
import io.waterwheel.simulator.wecom.OAuthCodes;
import io.waterwheel.simulator.world.Loopback;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens links as a customer's browser on this machine does: through redirects, keeping cookies on the way.
final class Browser implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final int MOST_REDIRECTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME =
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
                    + "Chrome/131.0 Mobile Safari/537.36 MicroMessenger/8.0.54 NetType/WIFI Language/zh_CN";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /// @return whether a page was reached in the end; one on another machine counts as not reached, and is not
    ///         called
    boolean open(String url, String person) {
        // Cookies know no ports, so on one machine one jar serves the product and this simulator alike.
        var jar = new LinkedHashMap<String, String>();
        jar.put(OAuthCodes.CUSTOMER_COOKIE, UrlEncoded.encode(person));
        try {
            var at = url;
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                if (!Loopback.accepts(at)) {
                    return false;
                }
                var address = URI.create(at);
                var answer = http.send(request(address, jar), HttpResponse.BodyHandlers.discarding());
                keepCookies(answer, jar);
                var next = answer.headers().firstValue("Location");
                if (answer.statusCode() / 100 != 3 || next.isEmpty()) {
                    return answer.statusCode() < 400;
                }
                at = address.resolve(next.get()).toString();
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("a link could not be opened person={}", person, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static HttpRequest request(URI address, Map<String, String> jar) {
        var cookies = jar.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("User-Agent", NAME)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "zh-CN,zh;q=0.9")
                .header("Cookie", cookies)
                .build();
    }

    private static void keepCookies(HttpResponse<?> answer, Map<String, String> jar) {
        for (var header : answer.headers().allValues("Set-Cookie")) {
            for (var cookie : HttpCookie.parse(header)) {
                if (cookie.getMaxAge() == 0) {
                    jar.remove(cookie.getName());
                } else {
                    jar.put(cookie.getName(), cookie.getValue());
                }
            }
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
