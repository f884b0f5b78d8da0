package io.waterwheel.wechat.callback;

import io.swagger.v3.oas.annotations.Hidden;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wechat.account.AppKind;
import io.waterwheel.wechat.account.WechatApp;
import io.waterwheel.wechat.account.WechatApps;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where WeChat pushes to, one address for each app. Only secure mode: plain pushes cannot be trusted.
@RestController
@RequestMapping("/callbacks/wechat/{brand}/{kind}")
@Hidden
class PushController {

    private static final Logger log = LoggerFactory.getLogger(PushController.class);
    private static final int MOST_BYTES = 256 * 1024;

    private final WechatApps apps;
    private final Pushes pushes;

    PushController(WechatApps apps, Pushes pushes) {
        this.apps = apps;
        this.pushes = pushes;
    }

    /// WeChat checks the address when it is entered: `echostr` is the answer.
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String verify(
            @PathVariable Brand brand,
            @PathVariable String kind,
            @RequestParam String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestParam String echostr) {
        new PushCipher(app(brand, kind)).verify(signature, timestamp, nonce);
        return echostr;
    }

    @PostMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String receive(
            @PathVariable Brand brand,
            @PathVariable String kind,
            @RequestParam("msg_signature") String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Problem(KernelProblem.TOO_LARGE).with("limit", MOST_BYTES);
        }
        WechatApp app = app(brand, kind);
        try {
            String encrypted =
                    Push.read(new String(body, StandardCharsets.UTF_8)).field("Encrypt");
            String xml = new PushCipher(app).open(signature, timestamp, nonce, encrypted);
            pushes.take(app, Push.read(xml));
        } catch (Problem refused) {
            log.warn(
                    "wechat.push.refused brand={} code={}",
                    brand.key(),
                    refused.type().code());
            throw refused;
        }
        return "success";
    }

    private WechatApp app(Brand brand, String kind) {
        return Arrays.stream(AppKind.values())
                .filter(one -> one.code().equals(kind))
                .findFirst()
                .map(one -> apps.get(brand, one))
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", kind));
    }
}
