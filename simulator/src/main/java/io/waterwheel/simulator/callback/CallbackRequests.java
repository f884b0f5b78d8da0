package io.waterwheel.simulator.callback;

import io.waterwheel.simulator.http.UrlEncoded;
import io.waterwheel.simulator.world.Callback;
import io.waterwheel.simulator.world.World;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes the requests that WeCom sends to a callback URL.
final class CallbackRequests {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    CallbackRequests(InstantSource clock) {
        this.clock = clock;
    }

    HttpRequest verification(World world, Callback callback, String echo) {
        var encrypted = new CallbackCipher(callback.encodingAesKey()).encrypt(echo, world.corpId());
        return HttpRequest.newBuilder(address(callback, encrypted, false, "&echostr=" + UrlEncoded.encode(encrypted)))
                .timeout(PATIENCE)
                .build();
    }

    HttpRequest event(
            World world, Callback callback, Map<String, String> fields, String receiver, boolean wrongSignature) {
        var encrypted = new CallbackCipher(callback.encodingAesKey()).encrypt(CallbackXml.of(fields), receiver);
        var envelope = new LinkedHashMap<String, String>();
        envelope.put("ToUserName", world.corpId());
        envelope.put("AgentID", Integer.toString(world.agentId()));
        envelope.put("Encrypt", encrypted);
        return HttpRequest.newBuilder(address(callback, encrypted, wrongSignature, ""))
                .timeout(PATIENCE)
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(CallbackXml.of(envelope)))
                .build();
    }

    private URI address(Callback callback, String encrypted, boolean wrongSignature, String more) {
        var timestamp = Long.toString(clock.millis() / 1000);
        var nonce = Integer.toUnsignedString(random.nextInt());
        var token = wrongSignature ? callback.token() + "-wrong" : callback.token();
        return URI.create(callback.url()
                + (callback.url().indexOf('?') < 0 ? "?" : "&")
                + "msg_signature=" + CallbackCipher.sign(token, timestamp, nonce, encrypted)
                + "&timestamp=" + timestamp
                + "&nonce=" + nonce
                + more);
    }
}
