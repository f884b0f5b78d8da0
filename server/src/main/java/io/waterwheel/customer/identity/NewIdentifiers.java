package io.waterwheel.customer.identity;

import io.waterwheel.customer.identity.graph.Node;
import io.waterwheel.kernel.event.CopyRows;
import io.waterwheel.kernel.privacy.Vault;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;

/// The identifiers that a batch brings, written at its end, when it is clear whose they are.
final class NewIdentifiers {

    private final Vault vault;
    private final DSLContext transaction;
    private final Instant now;
    private final Map<Integer, Added> added = new LinkedHashMap<>();
    private final int from;

    private record Added(IdentifierKey key, byte[] blind, String source, KnownIdentifier identifier) {}

    NewIdentifiers(DSLContext transaction, Vault vault, InstantSource clock) {
        this.transaction = transaction;
        this.vault = vault;
        this.now = clock.instant();
        this.from = Identifiers.newest(transaction) + 1;
    }

    /// The first number this batch gives out.
    int from() {
        return from;
    }

    KnownIdentifier add(IdentifierKey key, String source) {
        int no = from + added.size();
        KnownIdentifier identifier = new KnownIdentifier(no, key.identifier().kind(), no, false);
        added.put(no, new Added(key, key.blind(vault), source, identifier));
        return identifier;
    }

    boolean has(int no) {
        return no >= from;
    }

    KnownIdentifier get(int no) {
        return one(no).identifier;
    }

    Node node(int no) {
        Added one = one(no);
        return new Node(
                no, one.identifier.kind, one.key.brandId(), ByteBuffer.wrap(one.blind), no, one.identifier.shared);
    }

    private Added one(int no) {
        Added one = added.get(no);
        if (one == null) {
            throw new IllegalArgumentException("number " + no + " is not of this batch");
        }
        return one;
    }

    void write() {
        if (added.isEmpty()) {
            return;
        }
        CopyRows customers = new CopyRows();
        CopyRows identifiers = new CopyRows();
        boolean anyone = false;
        for (Added one : added.values()) {
            KnownIdentifier identifier = one.identifier;
            if (identifier.customer == identifier.no) {
                customers.column(identifier.no).column(now).end();
                anyone = true;
            }
            identifiers
                    .column(identifier.no)
                    .column(identifier.kind.code())
                    .column(one.key.brandId() == null ? null : String.valueOf(one.key.brand()))
                    .column("\\x" + HexFormat.of().formatHex(one.blind))
                    .column(vault.seal(one.key.identifier().value()))
                    .column(identifier.customer)
                    .column(identifier.shared ? "t" : "f")
                    .column(one.source)
                    .column(now)
                    .end();
        }
        if (anyone) {
            customers.send(transaction, "customer.profile (customer_no, created_at)");
        }
        identifiers.send(
                transaction,
                "customer.identifier (no, kind, brand_id, blind, sealed, customer_no, shared, source, first_seen_at)");
    }
}
