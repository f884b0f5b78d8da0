package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.waterwheel.intake.connector.PlatformPushes;
import io.waterwheel.intake.connector.PushRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where e-commerce platforms push orders to. The platform's signature decides; it is answered in the platform's own
/// words.
@RestController
@RequestMapping("/v1/connect")
@Hidden
class ConnectController {

    private static final int LIMIT = 1 << 20;

    private final PlatformPushes pushes;

    ConnectController(PlatformPushes pushes) {
        this.pushes = pushes;
    }

    /// @throws Problem `connection-unknown`, `push-forged`, `too-large`, `overloaded`
    @PostMapping("/{platform}/{key}")
    ResponseEntity<String> receivePush(
            @PathVariable String platform, @PathVariable String key, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new Problem(KernelProblem.TOO_LARGE).with("limit", "1 MB");
        }
        String answer = pushes.receive(
                platform,
                key,
                new PushRequest(headers(request), PushRequest.parameters(request.getQueryString()), body));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }
}
