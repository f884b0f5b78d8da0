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
import org.jooq.InsertValuesStep7;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Keeps what could not be taken, with the reason, before the sender hears of it.
@Component
public class Quarantine {

    private final DSLContext database;
    private final Vault vault;

    Quarantine(DSLContext database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /// One refused piece of a body.
    public record Refused(byte[] body, int start, int end, RefusalReason reason) {

        private String hash() {
            MessageDigest digest = Sha256.digest();
            digest.update(body, start, end - start);
            return new String(digest.digest(), StandardCharsets.ISO_8859_1);
        }

        private String text() {
            return new String(body, start, end - start, StandardCharsets.UTF_8);
        }
    }

    /// Keeps all in one statement; what is there already is counted up, so a client that never gives up does not
    /// fill the disk.
    public void keep(SourceId source, Collection<Refused> refused, Instant now) {
        Map<String, Refused> distinct = LinkedHashMap.newLinkedHashMap(refused.size());
        refused.forEach(one -> distinct.putIfAbsent(one.hash(), one));
        // Ordered by key, so that two senders of the same events do not lock each other out.
        List<String> hashes = distinct.keySet().stream().sorted().toList();
        InsertValuesStep7<QuarantineRecord, Long, byte[], String, String, Integer, Instant, Instant> insert =
                database.insertInto(
                        QUARANTINE,
                        QUARANTINE.SOURCE_ID,
                        QUARANTINE.BODY_HASH,
                        QUARANTINE.REASON,
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
                        vault.seal(one.text()),
                        1,
                        now,
                        now);
            }
        }
        insert.onConflict(QUARANTINE.SOURCE_ID, QUARANTINE.BODY_HASH)
                .doUpdate()
                .set(QUARANTINE.TIMES, QUARANTINE.TIMES.plus(1))
                .set(QUARANTINE.REASON, DSL.excluded(QUARANTINE.REASON))
                .set(QUARANTINE.LAST_AT, DSL.excluded(QUARANTINE.LAST_AT))
                .execute();
    }
}
