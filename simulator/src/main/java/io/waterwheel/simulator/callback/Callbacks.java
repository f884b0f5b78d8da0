package io.waterwheel.simulator.callback;

import io.waterwheel.simulator.world.Callback;
import io.waterwheel.simulator.world.World;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pushes events to the product (WeCom doc path/90930): an answer is awaited for five seconds, and without one WeCom
/// tries three times more.
public final class Callbacks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final int RETRIES = 3;

    /// How often something was pushed, how often it was taken, and what was given up.
    public record Count(long pushed, long taken, long givenUp) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CallbackRequests.PATIENCE)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Duration pause;
    private final CallbackRequests requests;
    private final AtomicLong pushed = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();

    /// @param pause between two tries
    public Callbacks(InstantSource clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
        requests = new CallbackRequests(clock);
    }

    /// Pushes in the background, in the manner given; does nothing when the world has no callback.
    public void push(World world, Map<String, String> event, Manner manner) {
        var callback = world.callback();
        if (callback == null) {
            return;
        }
        var fields = fields(world, event);
        for (int i = 0; i < (manner.duplicate() ? 2 : 1); i++) {
            threads.execute(() -> deliver(world, callback, fields, manner));
        }
    }

    /// Does what WeCom's console does when the URL is saved: expects the decrypted echostr.
    ///
    /// @return why the URL is not accepted, or the empty text
    public String verify(World world) {
        var callback = world.callback();
        if (callback == null) {
            return "the world has no callback";
        }
        var echo = Long.toUnsignedString(random.nextLong());
        var request = requests.verification(world, callback, echo);
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return "answered " + answer.statusCode();
            }
            return answer.body().equals(echo) ? "" : "answered something else than the decrypted echostr";
        } catch (IOException e) {
            return "no answer: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    public Count count() {
        return new Count(pushed.get(), taken.get(), givenUp.get());
    }

    private Map<String, String> fields(World world, Map<String, String> event) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("ToUserName", world.corpId());
        fields.put("FromUserName", "sys");
        fields.put("CreateTime", Long.toString(clock.millis() / 1000));
        fields.put("MsgType", "event");
        fields.put("Event", "change_external_contact");
        fields.putAll(event);
        return fields;
    }

    private void deliver(World world, Callback callback, Map<String, String> fields, Manner manner) {
        try {
            Thread.sleep(manner.delayMillis());
            var receiver = manner.receiveId() == null ? world.corpId() : manner.receiveId();
            for (int attempt = 0; attempt <= RETRIES; attempt++) {
                if (attempt > 0) {
                    Thread.sleep(pause);
                }
                if (tryOnce(callback, fields, receiver, world, manner.wrongSignature())) {
                    taken.incrementAndGet();
                    return;
                }
            }
            givenUp.incrementAndGet();
            LOG.warn("callback given up change={}", fields.get("ChangeType"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryOnce(
            Callback callback, Map<String, String> fields, String receiver, World world, boolean wrongSignature)
            throws InterruptedException {
        pushed.incrementAndGet();
        var request = requests.event(world, callback, fields, receiver, wrongSignature);
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            LOG.debug("callback failed", e);
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
