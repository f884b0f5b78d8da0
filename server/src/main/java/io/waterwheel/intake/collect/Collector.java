package io.waterwheel.intake.collect;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.source.Reporter;
import io.waterwheel.intake.source.Reporters;
import io.waterwheel.intake.source.SourcePace;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/// Takes events: what is good goes to the log in one append, what is not into quarantine, and only then is the
/// sender answered.
@Component
public class Collector {

    private static final int REFUSALS_TOLD = 20;

    private final JsonMapper json;
    private final Reporters reporters;
    private final SourcePace pace;
    private final EventReader events;
    private final Quarantine quarantine;
    private final EventLog log;
    private final InstantSource clock;

    Collector(
            JsonMapper json,
            Reporters reporters,
            SourcePace pace,
            EventReader events,
            Quarantine quarantine,
            EventLog log,
            InstantSource clock) {
        this.json = json;
        this.reporters = reporters;
        this.pace = pace;
        this.events = events;
        this.quarantine = quarantine;
        this.log = log;
        this.clock = clock;
    }

    /// @param writeKey as sent in the header, null when it can only be in the body
    /// @throws Problem `write-key-unknown`, `malformed`, `too-many-requests`, `overloaded`
    public Receipt batch(@Nullable String writeKey, byte[] body, Locale locale) {
        RawCall call = read(writeKey, body, null);
        Reporter reporter = reporters.require(writeKey == null ? call.writeKey() : writeKey);
        pace.take(reporter, call.events().size());
        Instant now = clock.instant();
        List<NewEvent> taken = new ArrayList<>(call.events().size());
        List<Quarantine.Refused> refused = new ArrayList<>();
        List<Receipt.Refused> told = new ArrayList<>();
        for (int i = 0; i < call.events().size(); i++) {
            RawEvent raw = call.events().get(i);
            switch (events.read(call, raw, reporter, now)) {
                case Reading.Taken(NewEvent event) -> taken.add(event);
                case Reading.Refused(RefusalReason reason) -> {
                    refused.add(Quarantine.Refused.event(call, raw, null, reason));
                    if (told.size() < REFUSALS_TOLD) {
                        told.add(new Receipt.Refused(
                                i, reason.code(), reason.message().in(locale)));
                    }
                }
            }
        }
        if (!refused.isEmpty()) {
            quarantine.keep(reporter.id(), call, refused, now);
        }
        log.append(taken);
        return refused.isEmpty() ? Receipt.ALL : new Receipt(true, refused.size(), told);
    }

    /// @throws Problem `event-refused` when it is in quarantine instead; `write-key-unknown`, `malformed`,
    ///         `too-many-requests`, `overloaded`
    public Receipt single(CallType type, @Nullable String writeKey, byte[] body) {
        RawCall call = read(writeKey, body, type);
        Reporter reporter = reporters.require(writeKey == null ? call.writeKey() : writeKey);
        pace.take(reporter, call.events().size());
        Instant now = clock.instant();
        RawEvent raw = call.events().getFirst();
        switch (events.read(call, raw, reporter, now)) {
            case Reading.Taken(NewEvent event) -> log.append(List.of(event));
            case Reading.Refused(RefusalReason reason) -> {
                quarantine.keep(reporter.id(), call, List.of(Quarantine.Refused.event(call, raw, type, reason)), now);
                throw new Problem(IntakeProblem.EVENT_REFUSED)
                        .with("reason", reason.message())
                        .at("", reason.code(), reason.message());
            }
        }
        return Receipt.ALL;
    }

    private RawCall read(@Nullable String writeKey, byte[] body, @Nullable CallType single) {
        if (writeKey != null) {
            pace.admit(reporters.require(writeKey));
        }
        try (JsonParser parser = json.createParser(body)) {
            return single == null ? RawCallReader.batch(body, parser) : RawCallReader.single(body, parser, single);
        } catch (JacksonException e) {
            // Nobody is answered about JSON before showing a key, and what a known sender sent is not lost.
            Reporter reporter = reporters.require(writeKey);
            Quarantine.Refused whole = Quarantine.Refused.whole(body, single, RefusalReason.JSON_MALFORMED);
            quarantine.keep(reporter.id(), whole, clock.instant());
            throw new Problem(KernelProblem.MALFORMED, e).with("reason", place(e));
        }
    }

    /// The place only: the parser's own words may quote the body.
    private static String place(JacksonException e) {
        String expected = e instanceof UnexpectedJson ? ", " + e.getOriginalMessage() : "";
        return "JSON, line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr() + expected;
    }
}
