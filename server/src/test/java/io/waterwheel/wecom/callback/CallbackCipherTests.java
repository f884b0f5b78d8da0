package io.waterwheel.wecom.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.WecomProblem;
import java.util.Random;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;

/// Against WxJava's implementation, which real WeCom understands.
class CallbackCipherTests {

    private static final String TOKEN = "QDG6eK";
    private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final String CORP = "wx5823bf96d3bd56c7";

    private final CallbackCipher cipher = new CallbackCipher(TOKEN, KEY, CORP);

    @Test
    void whatWxJavaEncryptsIsRead() {
        Random random = new Random(20_250_101);
        for (int length = 0; length < 200; length++) {
            String text = "水".repeat(length) + random.nextInt();
            String encrypted = new WxCryptUtil(TOKEN, KEY, CORP).encrypt("0123456789abcdef", text);
            assertThat(cipher.open(sign(encrypted), "1409659813", "1372623149", encrypted))
                    .as("seed 20250101, length %s", length)
                    .isEqualTo(text);
        }
    }

    @Test
    void aWrongSignatureIsRefused() {
        String encrypted = new WxCryptUtil(TOKEN, KEY, CORP).encrypt("0123456789abcdef", "<xml/>");
        refused(WecomProblem.CALLBACK_SIGNATURE, "0".repeat(40), encrypted);
        refused(WecomProblem.CALLBACK_SIGNATURE, "", encrypted);
    }

    @Test
    void anotherCorpsMessageIsRefused() {
        String encrypted = new WxCryptUtil(TOKEN, KEY, "wwOther").encrypt("0123456789abcdef", "<xml/>");
        refused(WecomProblem.CALLBACK_OTHER_CORP, sign(encrypted), encrypted);
    }

    @Test
    void rubbishIsRefused() {
        refused(WecomProblem.CALLBACK_UNREADABLE, sign("AAAA"), "AAAA");
        refused(WecomProblem.CALLBACK_UNREADABLE, sign("not base64!"), "not base64!");
        String otherKey = new WxCryptUtil(TOKEN, KEY.replace('j', 'k'), CORP).encrypt("0123456789abcdef", "<xml/>");
        assertThatThrownBy(() -> cipher.open(sign(otherKey), "1409659813", "1372623149", otherKey))
                .isInstanceOf(Problem.class);
    }

    @Test
    void xmlThatBringsItsOwnDefinitionsIsRefused() {
        assertThat(CallbackController.read("<xml><A><![CDATA[b]]></A><C>1</C></xml>"))
                .containsEntry("A", "b")
                .containsEntry("C", "1");
        assertThatThrownBy(() -> CallbackController.read(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><A>&e;</A></xml>"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> CallbackController.read("no xml")).isInstanceOf(Problem.class);
    }

    private void refused(WecomProblem type, String signature, String encrypted) {
        assertThatThrownBy(() -> cipher.open(signature, "1409659813", "1372623149", encrypted))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static String sign(String encrypted) {
        return SHA1.gen(TOKEN, "1409659813", "1372623149", encrypted);
    }
}
