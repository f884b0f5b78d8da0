package io.waterwheel.exchange.webhook;

import io.waterwheel.exchange.webhook.ReachableAddresses.PrivateAddressException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Posts a message and says how that ended. Redirects are not followed: they could lead anywhere. Of the answer only
/// the status is looked at.
@Component
class Post implements DisposableBean {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int WHOLE_MILLIS = 15_000;
    private static final int ANSWER_MOST = 64 << 10;
    private static final int CONNECTIONS = 200;
    private static final int CONNECTIONS_TO_ONE = 10;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("webhook-ends").factory());

    Post(ReachableAddresses addresses) {
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", PlainConnectionSocketFactory.getSocketFactory())
                        .register("https", SSLConnectionSocketFactory.getSocketFactory())
                        .build(),
                addresses);
        connections.setMaxTotal(CONNECTIONS);
        connections.setDefaultMaxPerRoute(CONNECTIONS_TO_ONE);
        connections.setValidateAfterInactivity(1_000);
        client = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setUserAgent("Waterwheel")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setSocketTimeout(WHOLE_MILLIS)
                        .setConnectionRequestTimeout(CONNECT_MILLIS)
                        .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                        .build())
                .build();
    }

    Attempt send(URI address, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        // A receiver that answers byte by byte would never meet the socket's own limit.
        ScheduledFuture<?> end = ends.schedule(request::abort, WHOLE_MILLIS, TimeUnit.MILLISECONDS);
        try (CloseableHttpResponse answer = client.execute(request)) {
            int status = answer.getStatusLine().getStatusCode();
            drain(answer);
            return status >= 200 && status < 300
                    ? new Attempt.Delivered(status)
                    : new Attempt.Failed(Failure.ofStatus(status), status);
        } catch (IOException e) {
            return new Attempt.Failed(failure(e, request), null);
        } finally {
            end.cancel(false);
        }
    }

    /// A connection whose answer was read to the end is used again.
    private static void drain(CloseableHttpResponse answer) {
        if (answer.getEntity() != null) {
            try {
                answer.getEntity().getContent().readNBytes(ANSWER_MOST);
            } catch (IOException e) {
                // The status has told all that matters.
            }
        }
    }

    private static Failure failure(IOException e, HttpPost request) {
        return switch (e) {
            case PrivateAddressException privateAddress -> Failure.PRIVATE_ADDRESS;
            case SSLException tls -> Failure.TLS;
            case ConnectTimeoutException timeout -> Failure.TIMEOUT;
            case InterruptedIOException timeout -> Failure.TIMEOUT;
            default -> request.isAborted() ? Failure.TIMEOUT : Failure.UNREACHABLE;
        };
    }

    @Override
    public void destroy() throws IOException {
        ends.shutdownNow();
        client.close();
    }
}
