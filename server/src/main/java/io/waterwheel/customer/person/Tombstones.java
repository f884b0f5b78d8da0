package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.ERASURE;
import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.TOMBSTONE;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Redaction;
import io.waterwheel.kernel.event.Subject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Remembers who was forgotten without knowing who it was: blind indexes of erased identifiers, and the numbers that
/// lead nowhere. What was older than the erasure and comes late is written without the person; what the same person
/// does afterwards makes a new customer, who has nothing to do with the old one.
@Component
public class Tombstones implements Redaction {

    private final DSLContext database;
    private final Identifiers identifiers;
    private final Anonymous anonymous;
    private volatile @Nullable Erased remembered;

    Tombstones(DSLContext database, Identifiers identifiers, Anonymous anonymous) {
        this.database = database;
        this.identifiers = identifiers;
        this.anonymous = anonymous;
    }

    /// @param newest  the time of the last erasure: only what is older needs a look
    /// @param blinds  when each identifier was erased
    /// @param numbers all that lead nowhere
    private record Erased(Instant newest, Map<ByteBuffer, Instant> blinds, RoaringBitmap numbers) {}

    /// Puts a stone for each identifier of the person, in the transaction that deletes them.
    void put(DSLContext transaction, Person person, Instant at) {
        transaction
                .insertInto(TOMBSTONE, TOMBSTONE.KIND, TOMBSTONE.BLIND, TOMBSTONE.ERASED_AT)
                .select(DSL.select(IDENTIFIER.KIND, IDENTIFIER.BLIND, DSL.val(at))
                        .from(IDENTIFIER)
                        .where(IDENTIFIER.CUSTOMER_NO.eq(DSL.any(person.numberArray()))))
                .onConflict(TOMBSTONE.BLIND, TOMBSTONE.KIND)
                .doUpdate()
                .set(TOMBSTONE.ERASED_AT, DSL.greatest(TOMBSTONE.ERASED_AT, DSL.excluded(TOMBSTONE.ERASED_AT)))
                .execute();
    }

    @Override
    public List<NewEvent> redact(DSLContext transaction, List<NewEvent> events) {
        Erased erased = erased(transaction);
        if (erased.numbers.isEmpty() && erased.blinds.isEmpty()) {
            return events;
        }
        List<NewEvent> redacted = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            redacted.add(
                    switch (event.subject()) {
                        case Subject.Nobody() -> event;
                        case Subject.Known(var customer) ->
                            erased.numbers.contains(customer.value()) ? ofNobody(event) : event;
                        case Subject.Identified(List<Identifier> named) -> late(event, named, erased);
                    });
        }
        return redacted;
    }

    /// The identifier that names best decides whose history it is; a weaker one that was erased, such as a browser
    /// two people shared, is only left out.
    private NewEvent late(NewEvent event, List<Identifier> named, Erased erased) {
        if (event.at().isAfter(erased.newest)) {
            return event;
        }
        List<Identifier> left = named.stream()
                .filter(identifier -> !erased(event.brand(), identifier, event.at(), erased))
                .toList();
        if (left.size() == named.size()) {
            return event;
        }
        Identifier best = named.stream()
                .min(Comparator.comparing(identifier -> identifier.kind().strength()))
                .orElseThrow();
        if (!left.contains(best)) {
            return ofNobody(event);
        }
        return new NewEvent(
                event.brand(),
                event.source(),
                event.messageId(),
                event.name(),
                event.at(),
                new Subject.Identified(left),
                event.properties(),
                event.context());
    }

    private boolean erased(BrandId brand, Identifier identifier, Instant at, Erased erased) {
        Instant when = erased.blinds.get(ByteBuffer.wrap(identifiers.blind(brand, identifier)));
        return when != null && !at.isAfter(when);
    }

    private NewEvent ofNobody(NewEvent event) {
        return new NewEvent(
                event.brand(),
                event.source(),
                Anonymous.MESSAGE_ID,
                anonymous.name(event.name()),
                event.at(),
                Subject.NOBODY,
                anonymous.properties(event.name(), event.properties()),
                "{}");
    }

    /// When these identifiers were erased; those that never were are left out.
    public Map<Identifier, Instant> when(BrandId brand, Iterable<Identifier> asked) {
        Erased erased = erased(database);
        Map<Identifier, Instant> when = new HashMap<>();
        if (!erased.blinds.isEmpty()) {
            for (Identifier identifier : asked) {
                Instant at = erased.blinds.get(ByteBuffer.wrap(identifiers.blind(brand, identifier)));
                if (at != null) {
                    when.put(identifier, at);
                }
            }
        }
        return when;
    }

    /// Those of the numbers that lead nowhere. Asked of the database: what is remembered is for whoever holds the log.
    public Set<CustomerNo> among(Collection<CustomerNo> numbers) {
        Integer[] asked = numbers.stream().map(CustomerNo::value).toArray(Integer[]::new);
        Set<CustomerNo> erased = new HashSet<>();
        database.select(ERASURE.NUMBERS)
                .from(ERASURE)
                .where(ERASURE.ERASED_AT.isNotNull())
                .and(DSL.arrayOverlap(ERASURE.NUMBERS, asked))
                .forEach(row -> {
                    for (Integer number : row.value1()) {
                        erased.add(new CustomerNo(number));
                    }
                });
        erased.retainAll(numbers);
        return erased;
    }

    private Erased erased(DSLContext reader) {
        Erased known = remembered;
        if (known != null) {
            return known;
        }
        Map<ByteBuffer, Instant> blinds = new HashMap<>();
        Instant newest = Instant.EPOCH;
        for (var row : reader.selectFrom(TOMBSTONE).fetch()) {
            blinds.merge(ByteBuffer.wrap(row.getBlind()), row.getErasedAt(), (a, b) -> a.isAfter(b) ? a : b);
            newest = newest.isAfter(row.getErasedAt()) ? newest : row.getErasedAt();
        }
        RoaringBitmap numbers = new RoaringBitmap();
        reader.select(ERASURE.NUMBERS)
                .from(ERASURE)
                .where(ERASURE.ERASED_AT.isNotNull())
                .forEach(row -> {
                    for (Integer number : row.value1()) {
                        numbers.add(number);
                    }
                });
        Erased fresh = new Erased(newest, blinds, numbers);
        remembered = fresh;
        return fresh;
    }

    @Override
    public void forget() {
        remembered = null;
    }
}
