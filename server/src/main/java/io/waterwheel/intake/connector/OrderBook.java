package io.waterwheel.intake.connector;

import static io.waterwheel.intake.generated.Tables.PLATFORM_NOTICE;
import static io.waterwheel.intake.generated.Tables.PLATFORM_ORDER;

import io.waterwheel.intake.SourceId;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Which orders a connection has heard of, who buys them, and which notices still wait for their order.
@Component
public class OrderBook {

    private static final TypeReference<List<Identifier>> IDENTIFIERS = new TypeReference<>() {};

    /// How the blind index of a buyer id is made; the same as [#forget] asks for.
    private static final String SCOPE = "platform_order";

    private final DSLContext database;
    private final Vault vault;
    private final InstantSource clock;
    private final JsonMapper json;

    OrderBook(DSLContext database, Vault vault, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
        this.json = json;
    }

    /// One message of an order.
    ///
    /// @param raw as it came, kept while it waits
    record Heard(OrderNews news, byte[] raw) {}

    /// What the book knows after hearing.
    ///
    /// @param buyers   by order number, of the orders whose buyer is known; an empty list is nobody
    /// @param better   of these, the orders whose buyer is known by more than before
    /// @param released notices that had waited for these orders
    record Known(Map<String, List<Identifier>> buyers, Map<String, String> better, List<Notice> released) {}

    /// @param message as it came
    record Notice(String number, byte[] hash, String message) {}

    /// Writes down who buys what, and keeps notices of orders that have not come. Two that hear of one order at the
    /// same time wait for each other at its row, so a notice either finds its order or is found by it.
    @Transactional
    public Known hear(Connection connection, List<Heard> heard) {
        Instant now = clock.instant();
        SourceId source = connection.id();
        // Ordered, so that two batches never wait for each other in a circle.
        TreeSet<String> numbers =
                heard.stream().map(one -> one.news().number()).collect(Collectors.toCollection(TreeSet::new));
        open(source, numbers, now);
        Map<String, @Nullable List<Identifier>> before = buyers(source, numbers);
        Map<String, List<Identifier>> buyers = new LinkedHashMap<>();
        before.forEach((number, known) -> {
            if (known != null) {
                buyers.put(number, known);
            }
        });
        for (Heard one : heard) {
            Buyer buyer = one.news().buyer();
            if (buyer != null) {
                List<Identifier> told = buyer.identifiers(connection.connector().platform());
                buyers.merge(one.news().number(), told, OrderBook::joined);
            }
        }
        Map<String, String> better = write(source, before, buyers);
        keep(source, heard, buyers, now);
        return new Known(buyers, better, waiting(source, buyers.keySet()));
    }

    /// Notices whose events are in the log.
    void told(Connection connection, List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        RowSet gone = new RowSet(PLATFORM_NOTICE.NUMBER, PLATFORM_NOTICE.HASH);
        notices.forEach(notice -> gone.row(notice.number(), notice.hash()));
        RowSet.Given given = gone.as("given");
        database.deleteFrom(PLATFORM_NOTICE)
                .using(given.table())
                .where(PLATFORM_NOTICE.SOURCE_ID.eq(connection.id().value()))
                .and(PLATFORM_NOTICE.NUMBER.eq(given.field(PLATFORM_NOTICE.NUMBER)))
                .and(PLATFORM_NOTICE.HASH.eq(given.field(PLATFORM_NOTICE.HASH)))
                .execute();
    }

    /// How many orders only notices have told of.
    public int awaited(SourceId source) {
        return database.fetchCount(
                PLATFORM_ORDER, PLATFORM_ORDER.SOURCE_ID.eq(source.value()).and(PLATFORM_ORDER.SEALED_BUYER.isNull()));
    }

    /// Forgets who bought what, in the caller's transaction; the orders stay nobody's.
    ///
    /// @param buyerIds as in events, `tmall:…`
    public int forget(DSLContext transaction, Collection<Identifier> buyerIds) {
        byte[][] blinds = buyerIds.stream().map(this::blind).toArray(byte[][]::new);
        return transaction
                .update(PLATFORM_ORDER)
                .set(PLATFORM_ORDER.SEALED_BUYER, vault.seal("[]"))
                .setNull(PLATFORM_ORDER.BUYER_BLIND)
                .where(PLATFORM_ORDER.BUYER_BLIND.eq(DSL.any(blinds)))
                .execute();
    }

    private void open(SourceId source, Collection<String> numbers, Instant now) {
        RowSet rows = new RowSet(PLATFORM_ORDER.NUMBER);
        numbers.forEach(rows::row);
        RowSet.Given given = rows.as("given");
        database.insertInto(PLATFORM_ORDER, PLATFORM_ORDER.SOURCE_ID, PLATFORM_ORDER.NUMBER, PLATFORM_ORDER.HEARD_AT)
                .select(DSL.select(DSL.val(source.value()), given.field(PLATFORM_ORDER.NUMBER), DSL.val(now))
                        .from(given.table()))
                .onConflictDoNothing()
                .execute();
    }

    private Map<String, @Nullable List<Identifier>> buyers(SourceId source, Collection<String> numbers) {
        Map<String, @Nullable List<Identifier>> buyers = new HashMap<>();
        database.select(PLATFORM_ORDER.NUMBER, PLATFORM_ORDER.SEALED_BUYER)
                .from(PLATFORM_ORDER)
                .where(PLATFORM_ORDER.SOURCE_ID.eq(source.value()))
                .and(PLATFORM_ORDER.NUMBER.eq(DSL.any(numbers.toArray(String[]::new))))
                .orderBy(PLATFORM_ORDER.NUMBER)
                .forUpdate()
                .forEach(row -> {
                    String sealed = row.value2();
                    buyers.put(row.value1(), sealed == null ? null : json.readValue(vault.open(sealed), IDENTIFIERS));
                });
        return buyers;
    }

    /// The first value of each kind stays: the phone of a changed address may be another person's.
    private static List<Identifier> joined(List<Identifier> known, List<Identifier> told) {
        List<Identifier> joined = new ArrayList<>(known);
        for (Identifier one : told) {
            if (known.stream().noneMatch(have -> have.kind() == one.kind())) {
                joined.add(one);
            }
        }
        return joined;
    }

    /// @return by number, a hash of what those are known by who had been known by less
    private Map<String, String> write(
            SourceId source, Map<String, @Nullable List<Identifier>> before, Map<String, List<Identifier>> buyers) {
        Map<String, String> better = new LinkedHashMap<>();
        RowSet rows = new RowSet(PLATFORM_ORDER.NUMBER, PLATFORM_ORDER.SEALED_BUYER, PLATFORM_ORDER.BUYER_BLIND);
        buyers.forEach((number, buyer) -> {
            List<Identifier> known = before.get(number);
            if (!buyer.equals(known)) {
                rows.row(number, vault.seal(json.writeValueAsString(buyer)), blindOf(buyer));
                if (known != null) {
                    better.put(number, hash(buyer));
                }
            }
        });
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            database.update(PLATFORM_ORDER)
                    .set(PLATFORM_ORDER.SEALED_BUYER, given.field(PLATFORM_ORDER.SEALED_BUYER))
                    .set(PLATFORM_ORDER.BUYER_BLIND, given.field(PLATFORM_ORDER.BUYER_BLIND))
                    .from(given.table())
                    .where(PLATFORM_ORDER.SOURCE_ID.eq(source.value()))
                    .and(PLATFORM_ORDER.NUMBER.eq(given.field(PLATFORM_ORDER.NUMBER)))
                    .execute();
        }
        return better;
    }

    private void keep(SourceId source, List<Heard> heard, Map<String, List<Identifier>> buyers, Instant now) {
        RowSet rows = new RowSet(
                PLATFORM_NOTICE.SOURCE_ID,
                PLATFORM_NOTICE.NUMBER,
                PLATFORM_NOTICE.HASH,
                PLATFORM_NOTICE.MESSAGE,
                PLATFORM_NOTICE.RECEIVED_AT);
        for (Heard one : heard) {
            if (!buyers.containsKey(one.news().number()) && !one.news().steps().isEmpty()) {
                String message = new String(one.raw(), java.nio.charset.StandardCharsets.UTF_8);
                rows.row(source.value(), one.news().number(), Sha256.of(message), vault.seal(message), now);
            }
        }
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            database.insertInto(
                            PLATFORM_NOTICE,
                            PLATFORM_NOTICE.SOURCE_ID,
                            PLATFORM_NOTICE.NUMBER,
                            PLATFORM_NOTICE.HASH,
                            PLATFORM_NOTICE.MESSAGE,
                            PLATFORM_NOTICE.RECEIVED_AT)
                    .select(DSL.select(
                                    given.field(PLATFORM_NOTICE.SOURCE_ID),
                                    given.field(PLATFORM_NOTICE.NUMBER),
                                    given.field(PLATFORM_NOTICE.HASH),
                                    given.field(PLATFORM_NOTICE.MESSAGE),
                                    given.field(PLATFORM_NOTICE.RECEIVED_AT))
                            .from(given.table()))
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private List<Notice> waiting(SourceId source, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return database.select(PLATFORM_NOTICE.NUMBER, PLATFORM_NOTICE.HASH, PLATFORM_NOTICE.MESSAGE)
                .from(PLATFORM_NOTICE)
                .where(PLATFORM_NOTICE.SOURCE_ID.eq(source.value()))
                .and(PLATFORM_NOTICE.NUMBER.eq(DSL.any(numbers.toArray(String[]::new))))
                .orderBy(PLATFORM_NOTICE.RECEIVED_AT, PLATFORM_NOTICE.HASH)
                .fetch(row -> new Notice(row.value1(), row.value2(), vault.open(row.value3())));
    }

    private String hash(List<Identifier> buyer) {
        return java.util.HexFormat.of()
                .formatHex(vault.blind(
                        SCOPE, new String(OrderEvents.bytes(buyer), java.nio.charset.StandardCharsets.UTF_8)));
    }

    private byte @Nullable [] blindOf(List<Identifier> buyer) {
        return buyer.stream()
                .filter(identifier -> identifier.kind() == IdentifierKind.BUYER_ID)
                .findFirst()
                .map(this::blind)
                .orElse(null);
    }

    private byte[] blind(Identifier buyerId) {
        return vault.blind(SCOPE, buyerId.value());
    }
}
