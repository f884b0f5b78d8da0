package io.waterwheel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsGatewayTests {
    private static final String BATCH = "{\"requestId\":\"r1\",\"messages\":["
            + "{\"outId\":\"a\",\"to\":\"13800000001\",\"text\":\"hi\"},"
            + "{\"outId\":\"b\",\"to\":\"13800000002\",\"text\":\"hi\"}]}";

    private final SimulatorFixture town = new SimulatorFixture();

    @BeforeEach
    void open() {
        account("");
    }

    @AfterEach
    void end() {
        town.close();
    }

    private void account(String more) {
        town.sim("PUT", "/sim/sms", "{\"key\":\"k\",\"secret\":\"s\"" + more + "}");
    }

    private HttpResponse<String> post(String path, String secret, String body) {
        try {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signature = HexFormat.of().formatHex(mac.doFinal(("7." + hash).getBytes(StandardCharsets.UTF_8)));
            return town.http.send(
                    HttpRequest.newBuilder(URI.create(town.simulator.url() + path))
                            .header("X-Waterwheel-Key", "k")
                            .header("X-Waterwheel-Timestamp", "7")
                            .header("X-Waterwheel-Signature", signature)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aBatchIsTakenOnceUnderItsKey() {
        assertThat(post("/sms/send", "s", BATCH).statusCode()).isEqualTo(200);
        var again = post("/sms/send", "s", BATCH);
        assertThat(again.body()).isEqualTo(post("/sms/send", "s", BATCH).body());
        assertThat(town.sim("GET", "/sim/sms").findValuesAsString("times")).containsExactly("1", "1");
        assertThat(post("/sms/query", "s", "{\"requestId\":\"r1\"}").body()).contains("\"found\":true", "waiting");
        assertThat(post("/sms/query", "s", "{\"requestId\":\"r2\"}").body()).isEqualTo("{\"found\":false}");
    }

    @Test
    void theSameMessageInAnotherBatchShowsThatSomebodyWasBotheredTwice() {
        post("/sms/send", "s", BATCH);
        post("/sms/send", "s", BATCH.replace("r1", "r2"));
        assertThat(town.sim("GET", "/sim/sms").findValuesAsString("times")).containsExactly("2", "2");
    }

    @Test
    void aWrongSignatureIsRefused() {
        assertThat(post("/sms/send", "another", BATCH).statusCode()).isEqualTo(401);
        assertThat(town.sim("GET", "/sim/sms").size()).isZero();
    }

    @Test
    void moreBatchesThanASecondHasRoomForAreToldToComeBack() {
        account(",\"perSecond\":1");
        boolean refused = false;
        for (int i = 0; i < 20 && !refused; i++) {
            var answer = post("/sms/send", "s", BATCH.replace("r1", "n" + i));
            refused = answer.statusCode() == 429
                    && answer.headers().firstValue("Retry-After").orElse("").equals("1");
        }
        assertThat(refused).isTrue();
    }

    @Test
    void deadNumbersFailAndOthersArrive() {
        account(",\"dead\":[\"13800000002\"]");
        post("/sms/send", "s", BATCH);
        town.sim("POST", "/sim/sms/settle", "{\"push\":false,\"times\":0}");
        assertThat(town.sim("GET", "/sim/sms").findValuesAsString("state")).containsExactly("delivered", "failed");
    }

    @Test
    void aShareOfABatchIsRefusedOnDemand() {
        town.fault("{\"path\":\"sms/send\",\"kind\":\"fail-list\"}");
        assertThat(post("/sms/send", "s", BATCH).body()).contains("BLACKLISTED");
        assertThat(town.sim("GET", "/sim/sms").size()).isEqualTo(1);
    }
}
