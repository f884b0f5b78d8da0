package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.waterwheel.intake.collect.CallType;
import io.waterwheel.intake.collect.Collector;
import io.waterwheel.intake.collect.Receipt;
import io.waterwheel.intake.source.Reporter;
import io.waterwheel.intake.source.Reporters;
import io.waterwheel.kernel.WaterwheelProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the browser libraries ask for beside the specification: their settings before they start, and Segment's short
/// paths for its calls (read from @segment/analytics-next 1.84.3 and @rudderstack/analytics-js 3.34.1).
@Hidden
@RestController
@FromAnySite
class BrowserLibraryController {

    private static final Duration SETTINGS_KEPT = Duration.ofMinutes(5);

    private final Collector collector;
    private final Reporters reporters;
    private final URI publicUrl;

    BrowserLibraryController(Collector collector, Reporters reporters, WaterwheelProperties properties) {
        this.collector = collector;
        this.reporters = reporters;
        this.publicUrl = properties.publicUrl();
    }

    /// Where Segment's library sends to, and that it has no other destination. It is given the public address: without
    /// one
    /// it would send to Segment.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `write-key-unknown`
    @GetMapping("/v1/projects/{writeKey}/settings")
    ResponseEntity<Map<String, Object>> settings(@PathVariable String writeKey) {
        reporters.require(writeKey);
        Map<String, Object> segment = Map.of(
                "apiKey",
                writeKey,
                "apiHost",
                publicUrl.getRawAuthority() + publicUrl.getRawPath() + "/v1",
                "protocol",
                publicUrl.getScheme(),
                "addBundledMetadata",
                false);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(SETTINGS_KEPT))
                .body(Map.of("integrations", Map.of("Segment.io", segment), "metrics", Map.of("sampleRate", 0)));
    }

    /// That RudderStack's library has no other destination and reports nothing of itself to anyone.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `write-key-unknown`
    @GetMapping({"/v1/sourceConfig", "/v1/sourceConfig/"})
    ResponseEntity<Map<String, Object>> sourceConfig(HttpServletRequest request) {
        Reporter reporter = reporters.require(BasicWriteKey.of(request));
        Map<String, Object> source = Map.of(
                "id",
                reporter.id().toString(),
                "name",
                "",
                "workspaceId",
                "",
                "enabled",
                true,
                "config",
                Map.of(),
                "destinations",
                List.of());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(SETTINGS_KEPT).cachePrivate())
                .body(Map.of("source", source));
    }

    @PostMapping("/v1/t")
    Receipt track(HttpServletRequest request) throws IOException {
        return single(CallType.TRACK, request);
    }

    @PostMapping("/v1/i")
    Receipt identify(HttpServletRequest request) throws IOException {
        return single(CallType.IDENTIFY, request);
    }

    @PostMapping("/v1/p")
    Receipt page(HttpServletRequest request) throws IOException {
        return single(CallType.PAGE, request);
    }

    @PostMapping("/v1/s")
    Receipt screen(HttpServletRequest request) throws IOException {
        return single(CallType.SCREEN, request);
    }

    @PostMapping("/v1/g")
    Receipt group(HttpServletRequest request) throws IOException {
        return single(CallType.GROUP, request);
    }

    @PostMapping("/v1/a")
    Receipt alias(HttpServletRequest request) throws IOException {
        return single(CallType.ALIAS, request);
    }

    @PostMapping("/v1/b")
    Receipt batch(HttpServletRequest request) throws IOException {
        return collector.batch(BasicWriteKey.of(request), CollectorBody.read(request), request.getLocale());
    }

    /// How the library itself fares, which is of no use here: accepted so that it does not complain in the page.
    @PostMapping("/v1/m")
    Map<String, Boolean> metrics() {
        return Map.of("success", true);
    }

    private Receipt single(CallType type, HttpServletRequest request) throws IOException {
        return collector.single(type, BasicWriteKey.of(request), CollectorBody.read(request));
    }
}
