package io.waterwheel.simulator;

import static io.waterwheel.simulator.SimulatorFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.simulator.RecordingServer.Asked;
import io.waterwheel.simulator.http.UrlEncoded;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackTests {
    private static final String TOKEN = "callback-token";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private final AtomicInteger failures = new AtomicInteger();
    private final RecordingServer product =
            new RecordingServer((exchange, asked) -> failures.getAndDecrement() > 0 ? 500 : 200);
    private final SimulatorFixture town = new SimulatorFixture();
    private final WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();

    @BeforeEach
    void live() {
        town.with(new WorldBuilder().friends("lin", 2).callback(product.url("/wecom/callback"), TOKEN, KEY));
        config.setToken(TOKEN);
        config.setAesKey(KEY);
        config.setCorpId(SimulatorFixture.CORP);
    }

    @AfterEach
    void end() {
        town.close();
        product.close();
    }

    @Test
    void aCustomerWhoDeletesAGuideIsToldInAnEncryptedAndSignedEvent() {
        town.sim("POST", "/sim/customers/p1/act", "{\"action\":\"delete-friend\"}");
        eventually(() -> assertThat(product.asked).hasSize(1));
        var event = decrypted(product.asked.getFirst());
        assertThat(event.getToUserName()).isEqualTo(SimulatorFixture.CORP);
        assertThat(event.getEvent()).isEqualTo("change_external_contact");
        assertThat(event.getChangeType()).isEqualTo("del_follow_user");
        assertThat(event.getUserId()).isEqualTo("lin");
        assertThat(event.getExternalUserId()).isEqualTo("wm1");
        assertThat(event.getCreateTime()).isPositive();
    }

    @Test
    void anEventThatIsPushedIsTrueInTheApi() throws Exception {
        push("""
                {"event":{"ChangeType":"add_external_contact","UserID":"zhao","ExternalUserID":"wm0","State":"poster"}}""");
        eventually(() -> assertThat(product.asked).hasSize(1));
        assertThat(decrypted(product.asked.getFirst()).getState()).isEqualTo("poster");
        assertThat(town.contacts().listExternalContacts("zhao")).containsExactly("wm0");
        push("{\"event\":{\"ChangeType\":\"del_external_contact\",\"UserID\":\"zhao\",\"ExternalUserID\":\"wm0\"}}");
        eventually(() -> assertThat(product.asked).hasSize(2));
        assertThat(town.contacts().listExternalContacts("zhao")).isEmpty();
    }

    @Test
    void anEventCanComeTwice() {
        push(
                "{\"event\":{\"ChangeType\":\"edit_external_contact\",\"UserID\":\"lin\",\"ExternalUserID\":\"wm0\"},\"duplicate\":true}");
        eventually(() -> assertThat(product.asked).hasSize(2));
        var first = decrypted(product.asked.getFirst());
        var second = decrypted(product.asked.getLast());
        assertThat(first.getCreateTime()).isEqualTo(second.getCreateTime());
        assertThat(first.getExternalUserId()).isEqualTo(second.getExternalUserId());
    }

    @Test
    void eventsCanComeInAnotherOrderThanTheyHappened() {
        push(
                "{\"event\":{\"ChangeType\":\"add_external_contact\",\"UserID\":\"zhao\",\"ExternalUserID\":\"wm0\"},\"delayMillis\":400}");
        push("{\"event\":{\"ChangeType\":\"del_external_contact\",\"UserID\":\"zhao\",\"ExternalUserID\":\"wm0\"}}");
        eventually(() -> assertThat(product.asked).hasSize(2));
        assertThat(product.asked.stream().map(this::decrypted).map(WxCpXmlMessage::getChangeType))
                .containsExactly("del_external_contact", "add_external_contact");
    }

    @Test
    void aWrongSignatureIsSeenByTheClientAndChangesNothing() throws Exception {
        push(
                "{\"event\":{\"ChangeType\":\"del_follow_user\",\"UserID\":\"lin\",\"ExternalUserID\":\"wm0\"},\"wrongSignature\":true}");
        eventually(() -> assertThat(product.asked).hasSize(1));
        assertThatThrownBy(() -> decrypted(product.asked.getFirst())).isInstanceOf(WxRuntimeException.class);
        assertThat(town.contacts().listExternalContacts("lin")).contains("wm0");
    }

    @Test
    void anEventForAnotherCorpIsNotSeenByTheClient() {
        push(
                "{\"event\":{\"ChangeType\":\"del_follow_user\",\"UserID\":\"lin\",\"ExternalUserID\":\"wm0\"},\"receiveId\":\"ww-other\"}");
        eventually(() -> assertThat(product.asked).hasSize(1));
        // The client decrypts it without complaint; only the text behind the XML tells, and it is for us to look.
        assertThat(decrypted(product.asked.getFirst()).getChangeType()).isEqualTo("del_follow_user");
    }

    @Test
    void anUnansweredEventIsTriedThreeTimesMore() {
        failures.set(3);
        push("{\"event\":{\"ChangeType\":\"edit_external_contact\",\"UserID\":\"lin\",\"ExternalUserID\":\"wm0\"}}");
        eventually(
                () -> assertThat(town.sim("GET", "/sim/callbacks").path("taken").asInt())
                        .isEqualTo(1));
        assertThat(product.asked).hasSize(4);
        failures.set(10);
        push("{\"event\":{\"ChangeType\":\"edit_external_contact\",\"UserID\":\"lin\",\"ExternalUserID\":\"wm0\"}}");
        eventually(() -> assertThat(
                        town.sim("GET", "/sim/callbacks").path("givenUp").asInt())
                .isEqualTo(1));
        assertThat(product.asked).hasSize(8);
    }

    @Test
    void theUrlIsVerifiedWithAnEchoThatMustBeDecrypted() {
        // This product answers 200 without the echo, which is not enough.
        assertThat(town.call("POST", "/sim/callbacks/verify", "").statusCode()).isEqualTo(409);
        var query = UrlEncoded.parse(product.asked.getFirst().query());
        var echo = new WxCpCryptUtil(config).decrypt(query.getOrDefault("echostr", ""));
        assertThat(echo).matches("\\d+");
    }

    @Test
    void aProductThatAnswersTheDecryptedEchoIsAccepted() {
        try (var careful = new RecordingServer((exchange, asked) -> {
            var query = UrlEncoded.parse(asked.query());
            var echo = new WxCpCryptUtil(config)
                    .decryptContent(
                            query.getOrDefault("msg_signature", ""),
                            query.getOrDefault("timestamp", ""),
                            query.getOrDefault("nonce", ""),
                            query.getOrDefault("echostr", ""));
            exchange.sendResponseHeaders(200, echo.length());
            exchange.getResponseBody().write(echo.getBytes(StandardCharsets.UTF_8));
            return 200;
        })) {
            town.with(new WorldBuilder().callback(careful.url("/callback"), TOKEN, KEY));
            assertThat(town.sim("POST", "/sim/callbacks/verify").path("ok").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void onlyThisMachineIsEverCalled() {
        var world = new WorldBuilder()
                .callback("http://brand.example/callback", TOKEN, KEY)
                .json();
        assertThat(town.call("PUT", "/sim/world", world).statusCode()).isEqualTo(400);
    }

    private WxCpXmlMessage decrypted(Asked asked) {
        var query = UrlEncoded.parse(asked.query());
        return WxCpXmlMessage.fromEncryptedXml(
                asked.body(),
                config,
                query.getOrDefault("timestamp", ""),
                query.getOrDefault("nonce", ""),
                query.getOrDefault("msg_signature", ""));
    }

    private void push(String json) {
        town.sim("POST", "/sim/callbacks", json);
    }
}
