package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.IDENTITY_CHANGE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The identifiers the log's writer has seen lately, so that most events need no look-up. What is remembered is
/// committed, or forgotten when its transaction fails; what another node changed is looked up again.
final class KnownIdentifiers {

    /// A hundred and twenty-eighth of the heap, each at about so many bytes: those who are about now, not all there
    /// are.
    private static final long EACH = 350;

    private static final long REMEMBERED_MOST = Runtime.getRuntime().maxMemory() / 128 / EACH;

    private final Vault vault;
    private final Cache<IdentifierKey, KnownIdentifier> byKey =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MOST).build();

    /// The same ones, so that all that remember an identifier learn when it changes hands.
    private final Cache<Integer, KnownIdentifier> byNumber =
            Caffeine.newBuilder().weakValues().build();

    private long newestChange = -1;

    KnownIdentifiers(Vault vault) {
        this.vault = vault;
    }

    /// Forgets everything if another node merged or separated customers since the last batch of this one.
    void refresh(DSLContext transaction) {
        Long newest = transaction
                .select(DSL.max(IDENTITY_CHANGE.ID))
                .from(IDENTITY_CHANGE)
                .fetchOneInto(Long.class);
        long now = newest == null ? 0 : newest;
        if (now != newestChange) {
            forget();
            newestChange = now;
        }
    }

    /// This node itself made changes up to that one, and has told [#moved] about them.
    void changedUpTo(long change) {
        newestChange = change;
    }

    void forget() {
        byKey.invalidateAll();
        byNumber.invalidateAll();
    }

    void remember(IdentifierKey key, KnownIdentifier identifier) {
        byKey.put(key, identifier);
        byNumber.put(identifier.no, identifier);
    }

    void moved(int no, int customer) {
        KnownIdentifier known = byNumber.getIfPresent(no);
        if (known != null) {
            known.customer = customer;
        }
    }

    void nowShared(int no) {
        KnownIdentifier known = byNumber.getIfPresent(no);
        if (known != null) {
            known.shared = true;
        }
    }

    /// @return null when it is not remembered
    @Nullable
    KnownIdentifier remembered(IdentifierKey key) {
        return byKey.getIfPresent(key);
    }

    /// Those of the identifiers that the database knows.
    Map<IdentifierKey, KnownIdentifier> find(DSLContext transaction, Set<IdentifierKey> keys) {
        Map<IdentifierKey, KnownIdentifier> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        Map<ByteBuffer, IdentifierKey> asked = new LinkedHashMap<>();
        keys.forEach(key -> asked.put(ByteBuffer.wrap(key.blind(vault)), key));
        byte[][] blinds = asked.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        transaction
                .select(IDENTIFIER.BLIND, IDENTIFIER.NO, IDENTIFIER.KIND, IDENTIFIER.CUSTOMER_NO, IDENTIFIER.SHARED)
                .from(IDENTIFIER)
                .where(IDENTIFIER.BLIND.eq(DSL.any(blinds)))
                .forEach(row -> {
                    IdentifierKey key = asked.get(ByteBuffer.wrap(row.value1()));
                    if (key != null) {
                        // One object for each, also when it was forgotten by its key while a batch still holds it:
                        // both would not learn of a merge.
                        KnownIdentifier known = byNumber.get(row.get(IDENTIFIER.NO), absent -> read(row));
                        found.put(key, known);
                        byKey.put(key, known);
                    }
                });
        return found;
    }

    private static KnownIdentifier read(Record row) {
        return new KnownIdentifier(
                row.get(IDENTIFIER.NO),
                IdentifierKind.of(row.get(IDENTIFIER.KIND)),
                row.get(IDENTIFIER.CUSTOMER_NO),
                row.get(IDENTIFIER.SHARED));
    }
}
