package io.waterwheel.intake.connector;

import static io.waterwheel.intake.generated.Tables.PLATFORM_NOTICE;
import static io.waterwheel.intake.generated.Tables.PLATFORM_ORDER;

import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Person;
import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.generated.tables.records.PlatformOrderRecord;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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

    /// How the blind index of a buyer id is made.
    private static final String SCOPE = "platform_order";

    private final DSLContext database;
    private final Customers customers;
    private final Vault vault;
    private final InstantSource clock;
    private final JsonMapper json;

    OrderBook(DSLContext database, Customers customers, Vault vault, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.customers = customers;
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
        Map<String, Entry> before = entries(source, numbers);
        Map<String, List<Identifier>> buyers = new LinkedHashMap<>();
        before.forEach((number, entry) -> {
            if (entry.buyer() != null) {
                buyers.put(number, entry.buyer());
            }
        });
        for (Heard one : heard) {
            Buyer buyer = one.news().buyer();
            Entry entry = before.get(one.news().number());
            if (buyer != null && entry != null) {
                List<Identifier> told = remembered(
                        connection,
                        one.news(),
                        entry,
                        buyer.identifiers(connection.connector().platform()));
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

    /// Takes a person out of the book, in the caller's transaction: an order of theirs becomes nobody's, and from
    /// another buyer's the identifiers that were theirs go. Each buyer is opened, because a phone stands in
    /// no index.
    ///
    /// @return how many orders were changed
    int forget(DSLContext transaction, Person person) {
        RowSet rows = new RowSet(
                PLATFORM_ORDER.SOURCE_ID,
                PLATFORM_ORDER.NUMBER,
                PLATFORM_ORDER.SEALED_BUYER,
                PLATFORM_ORDER.BUYER_BLIND);
        each(transaction, person, (order, buyer) -> {
            boolean theirs = person.identifiers().contains(best(buyer));
            List<Identifier> left = theirs
                    ? List.of()
                    : buyer.stream()
                            .filter(one -> !person.identifiers().contains(one))
                            .toList();
            rows.row(order.getSourceId(), order.getNumber(), vault.seal(json.writeValueAsString(left)), blindOf(left));
        });
        if (rows.isEmpty()) {
            return 0;
        }
        RowSet.Given given = rows.as("given");
        return transaction
                .update(PLATFORM_ORDER)
                .set(PLATFORM_ORDER.SEALED_BUYER, given.field(PLATFORM_ORDER.SEALED_BUYER))
                .set(PLATFORM_ORDER.BUYER_BLIND, given.field(PLATFORM_ORDER.BUYER_BLIND))
                .from(given.table())
                .where(PLATFORM_ORDER.SOURCE_ID.eq(given.field(PLATFORM_ORDER.SOURCE_ID)))
                .and(PLATFORM_ORDER.NUMBER.eq(given.field(PLATFORM_ORDER.NUMBER)))
                .execute();
    }

    /// The orders whose buyer is known by one of the person's identifiers.
    void each(DSLContext transaction, Person person, BiConsumer<PlatformOrderRecord, List<Identifier>> orders) {
        try (var known = transaction
                .selectFrom(PLATFORM_ORDER)
                .where(PLATFORM_ORDER.SEALED_BUYER.isNotNull())
                .fetchSize(1_000)
                .fetchLazy()) {
            known.forEach(order -> {
                List<Identifier> buyer = json.readValue(vault.open(order.getSealedBuyer()), IDENTIFIERS);
                if (buyer.stream().anyMatch(person.identifiers()::contains)) {
                    orders.accept(order, buyer);
                }
            });
        }
    }

    /// What is told of a buyer, without somebody who asked to be forgotten since the order was heard of, or since the
    /// last of what it tells: an old order is no new acquaintance.
    private List<Identifier> remembered(Connection connection, OrderNews news, Entry entry, List<Identifier> told) {
        Map<Identifier, Instant> erased = customers.erased(connection.brand().id(), told);
        if (erased.isEmpty()) {
            return told;
        }
        Instant newest =
                news.steps().stream().map(OrderStep::at).max(Instant::compareTo).orElse(entry.heardAt());
        List<Identifier> left = told.stream()
                .filter(one -> {
                    Instant when = erased.get(one);
                    return when == null || (entry.heardAt().isAfter(when) && newest.isAfter(when));
                })
                .toList();
        return left.contains(best(told)) ? left : List.of();
    }

    private static @Nullable Identifier best(List<Identifier> buyer) {
        return buyer.stream()
                .min(Comparator.comparing(one -> one.kind().strength()))
                .orElse(null);
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

    /// @param buyer null while only notices have come
    private record Entry(@Nullable List<Identifier> buyer, Instant heardAt) {}

    private Map<String, Entry> entries(SourceId source, Collection<String> numbers) {
        Map<String, Entry> entries = new HashMap<>();
        database.select(PLATFORM_ORDER.NUMBER, PLATFORM_ORDER.SEALED_BUYER, PLATFORM_ORDER.HEARD_AT)
                .from(PLATFORM_ORDER)
                .where(PLATFORM_ORDER.SOURCE_ID.eq(source.value()))
                .and(PLATFORM_ORDER.NUMBER.eq(DSL.any(numbers.toArray(String[]::new))))
                .orderBy(PLATFORM_ORDER.NUMBER)
                .forUpdate()
                .forEach(row -> {
                    String sealed = row.value2();
                    entries.put(
                            row.value1(),
                            new Entry(
                                    sealed == null ? null : json.readValue(vault.open(sealed), IDENTIFIERS),
                                    row.value3()));
                });
        return entries;
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
            SourceId source, Map<String, Entry> before, Map<String, List<Identifier>> buyers) {
        Map<String, String> better = new LinkedHashMap<>();
        RowSet rows = new RowSet(PLATFORM_ORDER.NUMBER, PLATFORM_ORDER.SEALED_BUYER, PLATFORM_ORDER.BUYER_BLIND);
        buyers.forEach((number, buyer) -> {
            Entry entry = before.get(number);
            List<Identifier> known = entry == null ? null : entry.buyer();
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
