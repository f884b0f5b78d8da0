package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.ERASURE;
import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.IDENTITY_CHANGE;

import io.waterwheel.customer.CustomerChunk;
import io.waterwheel.customer.Holder;
import io.waterwheel.customer.IdentityMoves;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.SubjectResolver;
import io.waterwheel.kernel.privacy.Vault;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Looks identifiers up, both ways.
@Component
public class Identifiers {

    private static final int CHUNK = 50_000;

    private final DSLContext database;
    private final SubjectResolver subjects;
    private final Vault vault;

    Identifiers(DSLContext database, SubjectResolver subjects, Vault vault) {
        this.database = database;
        this.subjects = subjects;
        this.vault = vault;
    }

    /// One identifier of a customer, in plain text.
    public record Known(IdentifierKind kind, String value, String source, Instant firstSeenAt) {}

    /// The blind index under which an identifier of that brand is found.
    public static byte[] blind(Vault vault, BrandId brand, Identifier identifier) {
        return IdentifierKey.of(brand, identifier).blind(vault);
    }

    public Optional<CustomerNo> find(BrandId brand, Identifier identifier) {
        byte[] blind = IdentifierKey.of(brand, identifier).blind(vault);
        return database.select(IDENTIFIER.CUSTOMER_NO)
                .from(IDENTIFIER)
                .where(IDENTIFIER.BLIND.eq(blind))
                .fetchOptional(IDENTIFIER.CUSTOMER_NO)
                .map(CustomerNo::new);
    }

    /// The customers of values of one kind, by value; those nobody has are left out.
    public Map<String, CustomerNo> find(BrandId brand, IdentifierKind kind, Collection<String> values) {
        Map<String, CustomerNo> found = HashMap.newHashMap(values.size());
        holders(brand, kind, values).forEach((value, holder) -> found.put(value, holder.customer()));
        return found;
    }

    /// Who has values of one kind, by value; those nobody has are left out.
    public Map<String, Holder> holders(BrandId brand, IdentifierKind kind, Collection<String> values) {
        Map<ByteBuffer, List<String>> byBlind = HashMap.newHashMap(values.size());
        values.forEach(value -> byBlind.computeIfAbsent(
                        ByteBuffer.wrap(IdentifierKey.of(brand, new Identifier(kind, value))
                                .blind(vault)),
                        _ -> new ArrayList<>(1))
                .add(value));
        Map<String, Holder> found = HashMap.newHashMap(values.size());
        database.select(IDENTIFIER.BLIND, IDENTIFIER.NO, IDENTIFIER.CUSTOMER_NO, IDENTIFIER.SHARED)
                .from(IDENTIFIER)
                .where(IDENTIFIER.BLIND.eq(
                        DSL.any(byBlind.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))))
                .and(IDENTIFIER.KIND.eq(kind.code()))
                .forEach(row -> {
                    Holder holder =
                            new Holder(new CustomerNo(row.value2()), new CustomerNo(row.value3()), row.value4());
                    byBlind.getOrDefault(ByteBuffer.wrap(row.value1()), List.of())
                            .forEach(value -> found.put(value, holder));
                });
        return found;
    }

    /// The last change of who is who, 0 when there was none.
    public long mark() {
        return database.select(DSL.coalesce(DSL.max(IDENTITY_CHANGE.ID), DSL.inline(0L)))
                .from(IDENTITY_CHANGE)
                .fetchSingle(row -> row.value1());
    }

    /// Who merged or came apart after a mark.
    public IdentityMoves moves(long after) {
        long mark = after;
        Set<CustomerNo> moved = new HashSet<>();
        for (var row : database.select(IDENTITY_CHANGE.ID, IDENTITY_CHANGE.CUSTOMER_NO, IDENTITY_CHANGE.OTHER_NO)
                .from(IDENTITY_CHANGE)
                .where(IDENTITY_CHANGE.ID.gt(after))
                .fetch()) {
            mark = Math.max(mark, row.value1());
            moved.add(new CustomerNo(row.value2()));
            moved.add(new CustomerNo(row.value3()));
        }
        return new IdentityMoves(mark, moved);
    }

    public List<Known> of(CustomerNo customer) {
        return of(database, customer);
    }

    /// As a transaction sees them.
    public List<Known> of(DSLContext reader, CustomerNo customer) {
        return reader.selectFrom(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(customer.value()))
                .orderBy(IDENTIFIER.FIRST_SEEN_AT, IDENTIFIER.KIND)
                .fetch(row -> new Known(
                        IdentifierKind.of(row.getKind()),
                        vault.open(row.getSealed()),
                        row.getSource(),
                        row.getFirstSeenAt()));
    }

    /// The blind index under which an identifier is found.
    public byte[] blind(BrandId brand, Identifier identifier) {
        return IdentifierKey.of(brand, identifier).blind(vault);
    }

    /// The plain values of one kind, for each customer the one seen last first.
    public Map<CustomerNo, List<String>> values(IdentifierKind kind, Collection<CustomerNo> customers) {
        return values(kind, customers, DSL.noCondition());
    }

    /// As [#values], without those that too many share: they do not tell who somebody is.
    public Map<CustomerNo, List<String>> telling(IdentifierKind kind, Collection<CustomerNo> customers) {
        return values(kind, customers, IDENTIFIER.SHARED.isFalse());
    }

    private Map<CustomerNo, List<String>> values(
            IdentifierKind kind, Collection<CustomerNo> customers, Condition which) {
        Map<CustomerNo, List<String>> values = HashMap.newHashMap(customers.size());
        database.select(IDENTIFIER.CUSTOMER_NO, IDENTIFIER.SEALED)
                .from(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(
                        DSL.any(customers.stream().map(CustomerNo::value).toArray(Integer[]::new))))
                .and(IDENTIFIER.KIND.eq(kind.code()))
                .and(which)
                .orderBy(IDENTIFIER.FIRST_SEEN_AT.desc())
                .forEach(row -> values.computeIfAbsent(new CustomerNo(row.value1()), customer -> new ArrayList<>())
                        .add(vault.open(row.value2())));
        return values;
    }

    /// The plain values of one kind with numbers behind `from` and not behind `to`, without those too many share.
    public Map<CustomerNo, String> between(IdentifierKind kind, int from, int to) {
        Map<CustomerNo, String> values = new HashMap<>();
        database.select(IDENTIFIER.NO, IDENTIFIER.SEALED)
                .from(IDENTIFIER)
                .where(IDENTIFIER.NO.gt(from), IDENTIFIER.NO.le(to))
                .and(IDENTIFIER.KIND.eq(kind.code()))
                .and(IDENTIFIER.SHARED.isFalse())
                .forEach(row -> values.put(new CustomerNo(row.value1()), vault.open(row.value2())));
        return values;
    }

    /// The highest number given so far, 0 when there is none.
    public int newest() {
        return newest(database);
    }

    /// Numbers of people who were erased count too: none is ever given to anybody else.
    static int newest(DSLContext reader) {
        return reader.select(DSL.greatest(
                        DSL.coalesce(
                                DSL.field(DSL.select(DSL.max(IDENTIFIER.NO)).from(IDENTIFIER)), DSL.inline(0)),
                        DSL.coalesce(
                                DSL.field(DSL.select(DSL.max(ERASURE.HIGHEST)).from(ERASURE)), DSL.inline(0))))
                .fetchSingle(row -> row.value1());
    }

    /// The customers that numbers belong to now; numbers nobody has are their own.
    public Map<CustomerNo, CustomerNo> current(Collection<CustomerNo> numbers) {
        return subjects.current(database, numbers);
    }

    public RoaringBitmap current(RoaringBitmap numbers) {
        RoaringBitmap current = numbers.clone();
        CustomerChunk.batches(numbers, CHUNK)
                .forEachRemaining(batch -> database.select(IDENTIFIER.NO, IDENTIFIER.CUSTOMER_NO)
                        .from(IDENTIFIER)
                        .where(IDENTIFIER.NO.eq(
                                DSL.any(Arrays.stream(batch).boxed().toArray(Integer[]::new))))
                        .and(IDENTIFIER.NO.ne(IDENTIFIER.CUSTOMER_NO))
                        .forEach(row -> {
                            current.remove(row.value1());
                            current.add(row.value2());
                        }));
        return current;
    }

    /// For every number that belongs to one of these customers, the customer.
    public Map<CustomerNo, CustomerNo> numbers(Collection<CustomerNo> customers) {
        Map<CustomerNo, CustomerNo> numbers = new HashMap<>();
        database.select(IDENTIFIER.NO, IDENTIFIER.CUSTOMER_NO)
                .from(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(
                        DSL.any(customers.stream().map(CustomerNo::value).toArray(Integer[]::new))))
                .forEach(row -> numbers.put(new CustomerNo(row.value1()), new CustomerNo(row.value2())));
        return numbers;
    }
}
