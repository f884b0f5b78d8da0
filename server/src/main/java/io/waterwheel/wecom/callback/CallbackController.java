package io.waterwheel.wecom.callback;

import io.swagger.v3.oas.annotations.Hidden;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.tencent.CallbackXml;
import io.waterwheel.wecom.WecomProblem;
import io.waterwheel.wecom.account.WecomAccount;
import io.waterwheel.wecom.account.WecomAccounts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where WeCom tells us things. Refusals say why, in the answer and in the log, without what was sent.
@RestController
@RequestMapping("/callbacks/wecom/{brand}")
@Hidden
class CallbackController {

    private static final Logger log = LoggerFactory.getLogger(CallbackController.class);
    private static final int MOST_BYTES = 256 * 1024;

    private final WecomAccounts accounts;
    private final CallbackInbox inbox;
    private final CallbackWorker worker;

    CallbackController(WecomAccounts accounts, CallbackInbox inbox, CallbackWorker worker) {
        this.accounts = accounts;
        this.inbox = inbox;
        this.worker = worker;
    }

    /// WeCom checks the address when it is entered: the decrypted `echostr` is the answer.
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String verify(
            @PathVariable Brand brand,
            @RequestParam("msg_signature") String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestParam String echostr) {
        return open(brand, signature, timestamp, nonce, echostr);
    }

    @PostMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String receive(
            @PathVariable Brand brand,
            @RequestParam("msg_signature") String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Problem(KernelProblem.TOO_LARGE).with("limit", MOST_BYTES);
        }
        String encrypted = envelope(brand, body);
        Map<String, String> fields = read(open(brand, signature, timestamp, nonce, encrypted));
        inbox.put(brand, fields);
        worker.nudge();
        return "success";
    }

    /// WeCom's XML is flat: one level of elements below the root.
    static Map<String, String> read(String xml) {
        try {
            return CallbackXml.fields(CallbackXml.root(xml));
        } catch (IllegalArgumentException e) {
            throw new Problem(WecomProblem.CALLBACK_UNREADABLE, e);
        }
    }

    /// What cannot even be taken apart is refused and shown like a wrong signature.
    private String envelope(Brand brand, byte[] body) {
        try {
            return read(new String(body, StandardCharsets.UTF_8)).getOrDefault("Encrypt", "");
        } catch (Problem refused) {
            accounts.refused(brand, refused);
            throw refused;
        }
    }

    private String open(Brand brand, String signature, String timestamp, String nonce, String encrypted) {
        WecomAccount account = accounts.get(brand);
        try {
            String content = new CallbackCipher(account.token(), account.aesKey(), account.corpId())
                    .open(signature, timestamp, nonce, encrypted);
            accounts.called(brand);
            return content;
        } catch (Problem refused) {
            accounts.refused(brand, refused);
            log.warn(
                    "callback.refused brand={} code={}",
                    brand.key(),
                    refused.type().code());
            throw refused;
        }
    }
}
