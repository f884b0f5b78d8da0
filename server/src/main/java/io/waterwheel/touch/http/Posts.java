package io.waterwheel.touch.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.HttpHeaders;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Posts JSON once. Nothing is repeated and no redirect followed by itself, because only the caller knows
/// whether that is safe.
@Component
public class Posts implements DisposableBean {

    private static final int CONNECT_MILLIS = 5_000;

    /// The longest that a call takes, so that whoever asks what became of it knows when to begin.
    public static final Duration WHOLE = Duration.ofSeconds(15);

    private static final int ANSWER_MOST = 1 << 20;
    private static final int CONNECTIONS = 100;
    private static final int CONNECTIONS_TO_ONE = 20;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final InstantSource clock;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("touch-http-ends").factory());

    Posts(InstantSource clock) {
        this.clock = clock;
        int whole = Math.toIntExact(WHOLE.toMillis());
        this.client = HttpClientBuilder.create()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_TO_ONE)
                .setUserAgent("Waterwheel")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setSocketTimeout(whole)
                        .setConnectionRequestTimeout(whole)
                        .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                        .build())
                .build();
    }

    public Posted post(URI address, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        // An answer that comes byte by byte would never meet the socket's own limit.
        ScheduledFuture<?> end = ends.schedule(request::abort, WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        try (CloseableHttpResponse answer = client.execute(request)) {
            return new Posted.Answered(answer.getStatusLine().getStatusCode(), retryAfter(answer), read(answer));
        } catch (IOException e) {
            return failed(e);
        } finally {
            end.cancel(false);
        }
    }

    private static Posted failed(IOException e) {
        return switch (e) {
            case ConnectException refused -> new Posted.NotMade("connection-refused");
            case UnknownHostException unknown -> new Posted.NotMade("unknown-host");
            // The pool that has no connection to spare is one of these too.
            case ConnectTimeoutException late -> new Posted.NotMade("connect-timeout");
            case SSLHandshakeException tls -> new Posted.NotMade("tls");
            case InterruptedIOException late -> new Posted.Lost("timeout");
            default -> new Posted.Lost("connection-lost");
        };
    }

    private static byte[] read(CloseableHttpResponse answer) throws IOException {
        return answer.getEntity() == null
                ? new byte[0]
                : answer.getEntity().getContent().readNBytes(ANSWER_MOST);
    }

    private Duration retryAfter(CloseableHttpResponse answer) {
        if (answer.getFirstHeader(HttpHeaders.RETRY_AFTER) == null) {
            return Duration.ZERO;
        }
        String told = answer.getFirstHeader(HttpHeaders.RETRY_AFTER).getValue().strip();
        Duration wait;
        try {
            wait = told.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(told))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    @Override
    public void destroy() throws IOException {
        ends.shutdownNow();
        client.close();
    }
}
