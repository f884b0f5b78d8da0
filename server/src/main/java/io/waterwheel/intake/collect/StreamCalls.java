package io.waterwheel.intake.collect;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.CallIntake;
import io.waterwheel.intake.Source;
import io.waterwheel.intake.source.Reporter;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.problem.Problem;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/// Takes calls from a stream, where nobody waits for an answer: what is wrong with one must not stop those behind it,
/// so whatever can be told from the call alone ends in quarantine.
@Component
class StreamCalls implements CallIntake {

    private final JsonMapper json;
    private final EventReader events;
    private final Quarantine quarantine;
    private final EventLog log;
    private final InstantSource clock;

    StreamCalls(JsonMapper json, EventReader events, Quarantine quarantine, EventLog log, InstantSource clock) {
        this.json = json;
        this.events = events;
        this.quarantine = quarantine;
        this.log = log;
        this.clock = clock;
    }

    /// A good event with the place it came from, in case the database finds something that we did not.
    private record Judged(NewEvent event, RawCall call, Quarantine.Refused ifRefused) {}

    @Override
    public Taken take(Brand brand, Source source, List<Call> calls) {
        Reporter reporter = new Reporter(source.id(), brand, source.name());
        Instant now = clock.instant();
        List<Judged> good = new ArrayList<>(calls.size());
        // Quarantine first: when the log is busy all of this comes again, and what is kept there is only counted up.
        int refused = 0;
        for (Call call : calls) {
            refused += judge(call, reporter, now, good);
        }
        List<Judged> unstorable = append(good);
        for (Judged one : unstorable) {
            quarantine.keep(source.id(), one.call(), List.of(one.ifRefused()), now);
        }
        return new Taken(good.size() - unstorable.size(), refused + unstorable.size());
    }

    /// Adds what is good, keeps the rest in quarantine.
    ///
    /// @return how many were refused
    private int judge(Call call, Reporter reporter, Instant now, List<Judged> good) {
        byte[] body = call.body();
        RawCall raw;
        try {
            raw = read(body);
        } catch (JacksonException e) {
            quarantine.keep(
                    reporter.id(), new Quarantine.Refused(body, 0, body.length, RefusalReason.JSON_MALFORMED), now);
            return 1;
        }
        List<Quarantine.Refused> refused = new ArrayList<>();
        for (int i = 0; i < raw.events().size(); i++) {
            RawEvent event = raw.events().get(i);
            if (event.messageId == null || event.messageId.isBlank()) {
                event.messageId = raw.events().size() == 1 ? call.id() : call.id() + "#" + i;
            }
            switch (events.read(raw, event, reporter, now)) {
                case Reading.Taken(NewEvent taken) ->
                    good.add(new Judged(
                            taken, raw, Quarantine.Refused.event(raw, event, null, RefusalReason.VALUE_UNSTORABLE)));
                case Reading.Refused(RefusalReason reason) ->
                    refused.add(Quarantine.Refused.event(raw, event, null, reason));
            }
        }
        if (!refused.isEmpty()) {
            quarantine.keep(reporter.id(), raw, refused, now);
        }
        return refused.size();
    }

    private RawCall read(byte[] body) {
        boolean batch;
        try (JsonParser parser = json.createParser(body)) {
            batch = RawCallReader.isBatch(parser);
        }
        try (JsonParser parser = json.createParser(body)) {
            return batch ? RawCallReader.batch(body, parser) : RawCallReader.single(body, parser, null);
        }
    }

    /// @return those that the database does not take
    private List<Judged> append(List<Judged> good) {
        try {
            log.append(good.stream().map(Judged::event).toList());
            return List.of();
        } catch (Problem later) {
            throw later;
        } catch (RuntimeException e) {
            if (!isAboutValues(e)) {
                throw e;
            }
            return good.size() == 1
                    ? good
                    : good.stream()
                            .flatMap(one -> append(List.of(one)).stream())
                            .toList();
        }
    }

    /// SQLSTATE 22 is a data exception, 54 a limit exceeded: the same values will not be taken tomorrow either.
    private static boolean isAboutValues(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("54");
            }
        }
        return false;
    }
}
