package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.intake.collect.Collector;
import io.waterwheel.intake.collect.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The Segment specification's HTTP API. The content type is not looked at: browsers send JSON as text/plain to be
/// spared a preflight request. Any site may call it; the write key decides.
@RestController
@RequestMapping("/v1")
@CrossOrigin(origins = "*", exposedHeaders = "Retry-After", maxAge = 86_400)
@Tag(name = "collector")
class CollectorController {

    private final Collector collector;

    CollectorController(Collector collector) {
        this.collector = collector;
    }

    @PostMapping("/batch")
    @Operation(summary = "Takes up to 500 KB of track and identify calls at once")
    Receipt collectBatch(HttpServletRequest request) throws IOException {
        return collector.batch(BasicWriteKey.of(request), CollectorBody.read(request), request.getLocale());
    }

    @PostMapping("/track")
    @Operation(summary = "Takes one thing somebody did")
    Receipt collectTrack(HttpServletRequest request) throws IOException {
        return collector.track(BasicWriteKey.of(request), CollectorBody.read(request));
    }

    @PostMapping("/identify")
    @Operation(summary = "Takes what is known of somebody")
    Receipt collectIdentify(HttpServletRequest request) throws IOException {
        return collector.identify(BasicWriteKey.of(request), CollectorBody.read(request));
    }
}
