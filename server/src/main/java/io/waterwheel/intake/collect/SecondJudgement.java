package io.waterwheel.intake.collect;

import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.source.Reporter;
import io.waterwheel.kernel.event.NewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/// Judges what lies in quarantine again, by the very reader and rules that judged it when it came.
@Component
public class SecondJudgement {

    private final JsonMapper json;
    private final EventReader events;
    private final Quarantine quarantine;

    SecondJudgement(JsonMapper json, EventReader events, Quarantine quarantine) {
        this.json = json;
        this.events = events;
        this.quarantine = quarantine;
    }

    /// @param reason why it still cannot be taken, null when it can
    /// @param taken  its events; none of a body that was corrected to an empty batch
    /// @param rest   what is still bad in a body of several events
    public record Verdict(@Nullable RefusalReason reason, List<NewEvent> taken, Rest rest) {

        private static Verdict refused(RefusalReason reason) {
            return new Verdict(reason, List.of(), Rest.NONE);
        }
    }

    /// Events out of a corrected body that cannot be taken even now: they lie in quarantine one by one then.
    public static final class Rest {

        private static final Rest NONE = new Rest(null, List.of());

        private final @Nullable RawCall call;
        private final List<Quarantine.Refused> refused;

        private Rest(@Nullable RawCall call, List<Quarantine.Refused> refused) {
            this.call = call;
            this.refused = refused;
        }

        public int size() {
            return refused.size();
        }
    }

    public Verdict judge(Reporter reporter, StoredPiece piece) {
        byte[] body = piece.whole();
        RawCall call;
        try (JsonParser parser = json.createParser(body)) {
            call = read(piece, body, parser);
        } catch (JacksonException e) {
            return Verdict.refused(RefusalReason.JSON_MALFORMED);
        }
        boolean several = piece.how().equals(StoredPiece.BATCH);
        if (!several && call.events().size() != 1) {
            // Text that closes the list early would smuggle in more than was shown to anybody.
            return Verdict.refused(RefusalReason.JSON_MALFORMED);
        }
        List<NewEvent> taken = new ArrayList<>(call.events().size());
        List<Quarantine.Refused> refused = new ArrayList<>();
        int index = 0;
        for (RawEvent raw : call.events()) {
            if (piece.standIn() != null && (raw.messageId == null || raw.messageId.isBlank())) {
                raw.messageId = several ? piece.standIn() + "-" + index : piece.standIn();
            }
            index++;
            switch (events.read(call, raw, reporter, piece.receivedAt())) {
                case Reading.Taken(NewEvent event) -> taken.add(event);
                case Reading.Refused(RefusalReason reason)
                when !several -> {
                    return Verdict.refused(reason);
                }
                case Reading.Refused(RefusalReason reason) ->
                    refused.add(Quarantine.Refused.event(call, raw, null, reason));
            }
        }
        return new Verdict(null, taken, new Rest(call, refused));
    }

    /// Keeps what is left of a body, before the body itself is let go.
    public void keep(SourceId source, Rest rest, Instant receivedAt) {
        if (!rest.refused.isEmpty()) {
            quarantine.keep(source, rest.call, rest.refused, receivedAt);
        }
    }

    private static RawCall read(StoredPiece piece, byte[] body, JsonParser parser) {
        for (CallType single : CallType.values()) {
            if (single.code().equals(piece.how())) {
                return RawCallReader.single(body, parser, single);
            }
        }
        return RawCallReader.batch(body, parser);
    }
}
