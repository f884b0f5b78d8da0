package io.waterwheel.customer;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Personal data that is whole rows of one table: exported as they are, sealed texts opened, and
/// deleted, unless told otherwise.
public final class PersonalTable implements PersonalData {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String name;
    private final Text title;
    private final Table<?> table;
    private final Function<Person, Condition> whose;
    private final Vault vault;
    private final @Nullable Eraser eraser;

    private PersonalTable(
            String name,
            Text title,
            Table<?> table,
            Function<Person, Condition> whose,
            Vault vault,
            @Nullable Eraser eraser) {
        this.name = name;
        this.title = title;
        this.table = table;
        this.whose = whose;
        this.vault = vault;
        this.eraser = eraser;
    }

    /// Forgets the person in rows that must stay.
    public interface Eraser {

        /// @param whose the condition that finds the person's rows
        /// @return how many rows were changed
        int erase(DSLContext transaction, Condition whose);
    }

    /// The same, but the rows stay and `eraser` takes the person out of them.
    public PersonalTable erasedBy(Eraser by) {
        return new PersonalTable(name, title, table, whose, vault, by);
    }

    /// Rows that name the customer by number.
    public static PersonalTable byNumber(String name, Text title, TableField<?, Integer> customerNo, Vault vault) {
        return new PersonalTable(
                name,
                title,
                Objects.requireNonNull(customerNo.getTable()),
                person -> customerNo.eq(DSL.any(person.numberArray())),
                vault,
                null);
    }

    /// Rows that name the customer by an identifier in plain.
    public static PersonalTable byIdentifier(
            String name, Text title, TableField<?, String> identifier, IdentifierKind kind, Vault vault) {
        return new PersonalTable(
                name,
                title,
                Objects.requireNonNull(identifier.getTable()),
                person -> identifier.eq(DSL.any(person.values(kind))),
                vault,
                null);
    }

    /// Rows found otherwise.
    public static PersonalTable byCondition(
            String name, Text title, Table<?> table, Function<Person, Condition> whose, Vault vault) {
        return new PersonalTable(name, title, table, whose, vault, null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Text title() {
        return title;
    }

    @Override
    public Set<String> tables() {
        return Set.of(nameOf(table));
    }

    /// `schema.table`
    public static String nameOf(Table<?> table) {
        return Objects.requireNonNull(table.getSchema()).getName() + "." + table.getName();
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        try (var found = transaction
                .selectFrom(table)
                .where(whose.apply(person))
                .fetchSize(1_000)
                .fetchLazy()) {
            found.forEach(row -> rows.accept(readable(row, vault)));
        }
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        Condition rows = whose.apply(person);
        return Erased.all(
                eraser == null ? transaction.deleteFrom(table).where(rows).execute() : eraser.erase(transaction, rows));
    }

    /// A row for a reader: sealed texts in plain, JSON as a tree, no bytes.
    public static Map<String, @Nullable Object> readable(Record row, Vault vault) {
        Map<String, @Nullable Object> readable = new LinkedHashMap<>();
        for (Field<?> field : row.fields()) {
            Object value = row.get(field);
            String column = field.getName().toLowerCase(Locale.ROOT);
            switch (value) {
                case byte[] ignored -> {}
                case JSONB json -> readable.put(column, opened(JSON.readValue(json.data(), Object.class), vault));
                case null -> readable.put(column, null);
                default -> readable.put(column, opened(value, vault));
            }
        }
        return readable;
    }

    /// Sealed texts in plain, at any depth.
    public static @Nullable Object opened(@Nullable Object value, Vault vault) {
        return switch (value) {
            case String text when Vault.isSealed(text) -> vault.open(text);
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
                map.forEach((key, inner) -> plain.put(key, opened(inner, vault)));
                yield plain;
            }
            case List<?> list ->
                list.stream().map(inner -> opened(inner, vault)).toList();
            case Object[] array -> opened(Arrays.asList(array), vault);
            case null -> null;
            default -> value;
        };
    }
}
