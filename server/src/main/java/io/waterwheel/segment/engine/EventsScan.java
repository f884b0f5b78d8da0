package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.choose;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.FoldedText;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.roaringbitmap.RoaringBitmap;

/// Events measured customer by customer: one scan of the event's rows, grouped. What the database cannot judge by
/// itself is read through and measured by the language instead, see [EventReader].
final class EventsScan {

    private static final int MOST_VALUES = 10_000;
    private static final int MOST_VARIANTS = 1_000;

    /// The numbers the language compares; the warehouse holds them in plain digits.
    private static final String NUMBER = "[+-]?\\d{1,18}(\\.\\d{1,9})?";

    /// Text on whose lower case all agree.
    private static final String PLAIN = "[ -~]*";

    private final DSLContext context;
    private final EventRows rows;
    private final int mostVariants;

    EventsScan(DSLContext context, BrandId brand) {
        this(context, brand, MOST_VALUES, MOST_VARIANTS);
    }

    EventsScan(DSLContext context, BrandId brand, int mostValues, int mostVariants) {
        this.context = context;
        this.rows = new EventRows(context, brand, mostValues);
        this.mostVariants = mostVariants;
    }

    RoaringBitmap customers(Leaf.Events asked) {
        EventRows.Chosen chosen = rows.of(asked.events(), asked.window());
        Optional<Condition> measured =
                chosen.left().isEmpty() ? measured(asked, chosen.rows()) : Optional.<Condition>empty();
        if (measured.isEmpty()) {
            Field<String[]> column = asked.property() == null ? null : property(asked.property());
            return new EventReader(context).customers(List.of(chosen), column, new TallyJudge(asked));
        }
        return CustomerSet.of(context.select(CUSTOMER_NO)
                .from(asked.property() == null ? EVENT : values(asked, chosen.rows()))
                .where(asked.property() == null ? chosen.rows() : condition(inline(true)))
                .groupBy(CUSTOMER_NO)
                .having(measured.get()));
    }

    RoaringBitmap customers(Leaf.EventTime asked) {
        EventRows.Chosen chosen = rows.of(asked.events(), asked.window());
        if (!chosen.left().isEmpty()) {
            return new EventReader(context).customers(List.of(chosen), null, new TimeJudge(asked));
        }
        Field<LocalDateTime> edge = asked.last() ? max(AT) : min(AT);
        return CustomerSet.of(context.select(CUSTOMER_NO)
                .from(EVENT)
                .where(chosen.rows())
                .groupBy(CUSTOMER_NO)
                .having(asked.after() ? edge.gt(literal(asked.at())) : edge.le(literal(asked.at()))));
    }

    /// Each value of the measured property on a row of its own.
    private static Table<Record2<Integer, String>> values(Leaf.Events asked, Condition rows) {
        return select(CUSTOMER_NO, EventRows.unnested(property(Objects.requireNonNull(asked.property()))))
                .from(EVENT)
                .where(rows)
                .asTable("each");
    }

    /// What holds of a customer's group; empty when the database cannot say.
    private Optional<Condition> measured(Leaf.Events asked, Condition rows) {
        Field<BigDecimal> value = inline(asked.value().toPlainString()).cast(SQLDataType.DECIMAL(24, 9));
        Field<BigDecimal> number = field(
                "case when regexp_full_match({0}, {1}) then try_cast({0} as decimal(27, 9)) end",
                BigDecimal.class, EventRows.KNOWN, inline(NUMBER));
        return switch (asked.measure()) {
            case COUNT -> Optional.of(counted(asked, count()));
            case SUM -> Optional.of(asked.comparison().of(sum(number), value));
            // The same as the quotient compared, without rounding one.
            case AVERAGE ->
                Optional.of(count(number)
                        .gt(inline(0))
                        .and(asked.comparison()
                                .of(sum(number), value.mul(count(number).cast(SQLDataType.DECIMAL(13, 0))))));
            case DISTINCT -> variants(asked, rows).map(variants -> counted(asked, countDistinct(folded(variants))));
            case RECENCY, SINCE_FIRST -> throw new IllegalArgumentException("a leaf of its own: " + asked.measure());
        };
    }

    private static Condition counted(Leaf.Events asked, Field<Integer> count) {
        return asked.comparison().of(count.cast(SQLDataType.DECIMAL(18, 0)), inline(asked.value()));
    }

    /// How the language folds values that are not plain text, where that changes them; empty when they are very many.
    private Optional<Map<String, String>> variants(Leaf.Events asked, Condition rows) {
        Map<String, String> variants = new LinkedHashMap<>();
        StreamedRows.read(
                context,
                context.selectDistinct(EventRows.KNOWN)
                        .from(values(asked, rows))
                        .where(not(plain())),
                values -> {
                    while (variants.size() <= mostVariants && values.next()) {
                        String value = values.getString(1);
                        String folded = FoldedText.of(value);
                        if (!folded.equals(value)) {
                            variants.put(value, folded);
                        }
                    }
                });
        return variants.size() > mostVariants ? Optional.empty() : Optional.of(variants);
    }

    private static Field<String> folded(Map<String, String> variants) {
        Field<String> itself = when(plain(), lower(trim(EventRows.KNOWN))).otherwise(EventRows.KNOWN);
        if (variants.isEmpty()) {
            return itself;
        }
        Map<Field<String>, Field<String>> folded = new LinkedHashMap<>();
        variants.forEach((value, text) -> folded.put(val(value), val(text)));
        return choose(EventRows.KNOWN).mapFields(folded).otherwise(itself);
    }

    private static Condition plain() {
        return condition(field("regexp_full_match({0}, {1})", Boolean.class, EventRows.KNOWN, inline(PLAIN)));
    }
}
