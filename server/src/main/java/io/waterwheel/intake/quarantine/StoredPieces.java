package io.waterwheel.intake.quarantine;

import static io.waterwheel.intake.generated.Tables.QUARANTINE;

import io.waterwheel.intake.collect.StoredPiece;
import io.waterwheel.kernel.privacy.Vault;
import org.jooq.Record;

/// Unseals an open row of quarantine for its judges.
final class StoredPieces {

    private StoredPieces() {}

    static StoredPiece of(Record row, Vault vault) {
        String fixed = row.get(QUARANTINE.FIXED);
        String envelope = row.get(QUARANTINE.ENVELOPE);
        return new StoredPiece(
                row.get(QUARANTINE.CALL),
                vault.open(fixed == null ? row.get(QUARANTINE.BODY) : fixed),
                envelope == null ? null : vault.open(envelope),
                row.get(QUARANTINE.FIRST_AT),
                // The bytes of a corrected text change with each correction; its id may not.
                fixed == null ? null : "quarantine:" + row.get(QUARANTINE.ID));
    }
}
