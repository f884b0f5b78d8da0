package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.PropertyFilter;
import io.waterwheel.segment.language.PropertyMatch;
import io.waterwheel.segment.language.TextMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Tells which rows of the warehouse an event filter means. As in [TextScan] the database only says which different
/// values a property has, and the language chooses among them; a condition that chooses very many is left to be judged
/// row by row.
final class EventRows {

    /// Up to here values are compared one by one, above by a hash table.
    private static final int FEW = 20;

    static final Field<String> KNOWN = field(name("known"), String.class);

    private final DSLContext context;
    private final BrandId brand;
    private final int mostValues;

    /// @param mostValues how many values a condition may choose before it is judged row by row
    EventRows(DSLContext context, BrandId brand, int mostValues) {
        this.context = context;
        this.brand = brand;
        this.mostValues = mostValues;
    }

    /// @param rows rows that may be meant
    /// @param left what still has to be judged of each
    record Chosen(Condition rows, List<PropertyMatch> left, List<Field<String[]>> columns) {}

    /// @param window in which the events lie
    Chosen of(EventFilter filter, @Nullable Interval window) {
        Condition named = mine().and(EVENT_NAME.eq(val(filter.event()))).and(within(window));
        Condition rows = named;
        List<PropertyMatch> left = new ArrayList<>();
        List<Field<String[]>> columns = new ArrayList<>();
        for (PropertyFilter asked : filter.where()) {
            Optional<Condition> resolved = holds(asked.positive(), named);
            if (resolved.isPresent()) {
                rows = rows.and(asked.negative() ? not(resolved.get()) : resolved.get());
            } else {
                left.add(PropertyMatch.of(asked));
                columns.add(property(asked.property()));
            }
        }
        return new Chosen(rows, left, columns);
    }

    /// The positive condition, true or false and never null; empty when it chooses too many values.
    private Optional<Condition> holds(PropertyFilter positive, Condition named) {
        Field<String[]> column = property(positive.property());
        if (positive.operator() == Operator.EXISTS) {
            return Optional.of(column.isNotNull());
        }
        Condition all = noCondition();
        for (TextMatch match : PropertyMatch.needed(positive)) {
            Optional<List<String>> chosen = values(column, named, match);
            if (chosen.isEmpty()) {
                return Optional.empty();
            }
            all = all.and(any(column, named, chosen.get()));
        }
        return Optional.of(all);
    }

    /// Those of the different values that match; empty when they are too many.
    private Optional<List<String>> values(Field<String[]> column, Condition named, TextMatch match) {
        List<String> chosen = new ArrayList<>();
        StreamedRows.read(
                context, context.selectDistinct(unnested(column)).from(EVENT).where(named), values -> {
                    while (chosen.size() <= mostValues && values.next()) {
                        String value = values.getString(1);
                        if (value != null && match.test(value)) {
                            chosen.add(value);
                        }
                    }
                });
        return chosen.size() > mostValues ? Optional.empty() : Optional.of(chosen);
    }

    private static Condition any(Field<String[]> column, Condition named, List<String> chosen) {
        if (chosen.isEmpty()) {
            return falseCondition();
        }
        List<Field<String>> values =
                chosen.stream().<Field<String>>map(value -> val(value)).toList();
        if (chosen.size() <= FEW) {
            return condition(
                    coalesce(field("list_has_any({0}, [{1}])", Boolean.class, column, list(values)), inline(false)));
        }
        var each = select(POSITION, unnested(column)).from(EVENT).where(named).asTable("each");
        return POSITION.in(select(each.field(POSITION))
                .from(each)
                .where(each.field(KNOWN).in(select(field("unnest([{0}])", String.class, list(values))))));
    }

    static Field<String> unnested(Field<String[]> column) {
        return field("unnest({0})", String.class, column).as(KNOWN);
    }

    Condition mine() {
        return BRAND_ID.eq(inline(brand.value())).and(CUSTOMER_NO.isNotNull());
    }

    private static Condition within(@Nullable Interval window) {
        return window == null ? noCondition() : AT.ge(literal(window.from())).and(AT.lt(literal(window.to())));
    }
}
