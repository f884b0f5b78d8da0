package io.waterwheel.intake.collect;

import static io.waterwheel.intake.generated.Tables.QUARANTINE;

import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.generated.tables.records.QuarantineRecord;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.privacy.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep10;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what could not be taken, with the reason, before the sender hears of it.
@Component
public class Quarantine {

    private static final int LONGEST_NAME = 100;

    private final DSLContext database;
    private final Vault vault;
    private final JsonMapper json;

    Quarantine(DSLContext database, Vault vault, JsonMapper json) {
        this.database = database;
        this.vault = vault;
        this.json = json;
    }

    /// One refused piece of a body.
    ///
    /// @param how  as what it must be judged when it is judged again
    /// @param name of the event, null when it could not be read
    public record Refused(
            byte[] body,
            int start,
            int end,
            String how,
            @Nullable String name,
            RefusalReason reason) {

        /// A piece of another form than the collector's, such as a platform's order: kept to be looked at, and sent
        /// again by whoever sent it.
        public Refused(byte[] body, int start, int end, RefusalReason reason) {
            this(body, start, end, StoredPiece.OTHER, null, reason);
        }

        /// A body that could not be read at all.
        static Refused whole(byte[] body, @Nullable CallType single, RefusalReason reason) {
            return new Refused(body, 0, body.length, single == null ? StoredPiece.BATCH : single.code(), null, reason);
        }

        /// @param single as what it was sent, null for an event of a batch
        static Refused event(RawCall call, RawEvent raw, @Nullable CallType single, RefusalReason reason) {
            String how = single == null ? StoredPiece.EVENT : single.code();
            return new Refused(call.body(), raw.start, raw.end, how, raw.event, reason);
        }

        private String hash() {
            MessageDigest digest = Sha256.digest();
            digest.update(body, start, end - start);
            return new String(digest.digest(), StandardCharsets.ISO_8859_1);
        }

        private String text() {
            return new String(body, start, end - start, StandardCharsets.UTF_8);
        }

        private @Nullable String shortName() {
            if (name == null || name.isBlank() || name.indexOf('\0') >= 0) {
                return null;
            }
            return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        }
    }

    /// Keeps pieces that nothing stood around.
    public void keep(SourceId source, Collection<Refused> refused, Instant now) {
        keep(source, null, refused, now);
    }

    /// Keeps a body that could not be read.
    void keep(SourceId source, Refused whole, Instant now) {
        keep(source, null, List.of(whole), now);
    }

    /// Keeps all in one statement; what is there already is counted up, so a client that never gives up does not
    /// fill the disk.
    ///
    /// @param call what stood around the events, null when nothing did
    void keep(SourceId source, @Nullable RawCall call, Collection<Refused> refused, Instant now) {
        Map<String, Refused> distinct = LinkedHashMap.newLinkedHashMap(refused.size());
        refused.forEach(one -> distinct.putIfAbsent(one.hash(), one));
        // Ordered by key, so that two senders of the same events do not lock each other out.
        List<String> hashes = distinct.keySet().stream().sorted().toList();
        String around = call == null ? null : StoredPiece.envelope(json, call, distinct.size());
        String envelope = around == null ? null : vault.seal(around);
        InsertValuesStep10<
                        QuarantineRecord,
                        Long,
                        byte[],
                        String,
                        String,
                        String,
                        String,
                        String,
                        Integer,
                        Instant,
                        Instant>
                insert = database.insertInto(
                        QUARANTINE,
                        QUARANTINE.SOURCE_ID,
                        QUARANTINE.BODY_HASH,
                        QUARANTINE.REASON,
                        QUARANTINE.CALL,
                        QUARANTINE.ENVELOPE,
                        QUARANTINE.NAME,
                        QUARANTINE.BODY,
                        QUARANTINE.TIMES,
                        QUARANTINE.FIRST_AT,
                        QUARANTINE.LAST_AT);
        for (String hash : hashes) {
            Refused one = distinct.get(hash);
            if (one != null) {
                insert = insert.values(
                        source.value(),
                        hash.getBytes(StandardCharsets.ISO_8859_1),
                        one.reason.code(),
                        one.how,
                        StoredPiece.EVENT.equals(one.how) ? envelope : null,
                        one.shortName(),
                        vault.seal(one.text()),
                        1,
                        now,
                        now);
            }
        }
        // The very same bytes are the very same event: one that was replayed or discarded stays so.
        insert.onConflict(QUARANTINE.SOURCE_ID, QUARANTINE.BODY_HASH)
                .doUpdate()
                .set(QUARANTINE.TIMES, QUARANTINE.TIMES.plus(1))
                .set(
                        QUARANTINE.REASON,
                        DSL.when(QUARANTINE.CLOSED_AT.isNull(), DSL.excluded(QUARANTINE.REASON))
                                .otherwise(QUARANTINE.REASON))
                .set(QUARANTINE.LAST_AT, DSL.excluded(QUARANTINE.LAST_AT))
                .execute();
    }
}
