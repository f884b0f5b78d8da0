package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.intake.collect.CallType;
import io.waterwheel.intake.collect.Collector;
import io.waterwheel.intake.collect.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The Segment specification's HTTP API. The content type is not looked at: browsers send JSON as text/plain to be
/// spared a preflight request.
@RestController
@RequestMapping("/v1")
@FromAnySite
@Tag(name = "collector")
class CollectorController {

    private final Collector collector;

    CollectorController(Collector collector) {
        this.collector = collector;
    }

    @PostMapping("/batch")
    @Operation(summary = "Takes up to 500 KB of calls at once")
    ResponseEntity<Receipt> collectBatch(HttpServletRequest request) throws IOException {
        return batch(request);
    }

    @PostMapping("/import")
    @Operation(summary = "Takes up to 500 KB of calls of the past at once")
    ResponseEntity<Receipt> collectImport(HttpServletRequest request) throws IOException {
        return batch(request);
    }

    @PostMapping("/track")
    @Operation(summary = "Takes one thing somebody did")
    ResponseEntity<Receipt> collectTrack(HttpServletRequest request) throws IOException {
        return single(CallType.TRACK, request);
    }

    @PostMapping("/identify")
    @Operation(summary = "Takes what is known of somebody")
    ResponseEntity<Receipt> collectIdentify(HttpServletRequest request) throws IOException {
        return single(CallType.IDENTIFY, request);
    }

    @PostMapping("/page")
    @Operation(summary = "Takes that somebody saw a page")
    ResponseEntity<Receipt> collectPage(HttpServletRequest request) throws IOException {
        return single(CallType.PAGE, request);
    }

    @PostMapping("/screen")
    @Operation(summary = "Takes that somebody saw a screen of an app")
    ResponseEntity<Receipt> collectScreen(HttpServletRequest request) throws IOException {
        return single(CallType.SCREEN, request);
    }

    @PostMapping("/group")
    @Operation(summary = "Takes that somebody belongs to a group")
    ResponseEntity<Receipt> collectGroup(HttpServletRequest request) throws IOException {
        return single(CallType.GROUP, request);
    }

    @PostMapping("/alias")
    @Operation(summary = "Takes that somebody was known by another id before")
    ResponseEntity<Receipt> collectAlias(HttpServletRequest request) throws IOException {
        return single(CallType.ALIAS, request);
    }

    private ResponseEntity<Receipt> batch(HttpServletRequest request) throws IOException {
        return json(collector.batch(BasicWriteKey.of(request), CollectorBody.read(request), request.getLocale()));
    }

    private ResponseEntity<Receipt> single(CallType type, HttpServletRequest request) throws IOException {
        return json(collector.single(type, BasicWriteKey.of(request), CollectorBody.read(request)));
    }

    /// Always JSON, whatever a sender says it accepts; working that out for each answer would cost more than writing
    /// it.
    private static ResponseEntity<Receipt> json(Receipt receipt) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(receipt);
    }
}
