package io.waterwheel.loyalty.whatif;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.waterwheel.loyalty.programme.SoldFact;
import io.waterwheel.loyalty.programme.When;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.TextMatch;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record3;

/// Products, categories, channels and stores as numbers: which of them a condition means is found once, not for
/// each order. What is equal text is asked where production asks it.
final class SoldNumbers {

    static final String TABLE = "what_if_sold";

    private final Map<When.Sold, BitSet> meant = new IdentityHashMap<>();

    /// Gives each value a number, in a table of the read.
    static SoldNumbers of(DSLContext context, short brand, List<When.Sold> asked) {
        SoldNumbers numbers = new SoldNumbers();
        if (asked.isEmpty()) {
            return numbers;
        }
        context.execute(
                "create temporary table " + TABLE + " as select fact, value, (row_number() over ())::integer as number"
                        + " from (select distinct fact, value from sold where brand_id = " + brand + ")");
        Map<When.Sold, TextMatch> matches = new IdentityHashMap<>();
        asked.forEach(one -> {
            matches.put(one, TextMatch.of(Operator.IN, one.values()));
            numbers.meant.put(one, new BitSet());
        });
        try (var rows = context.select(
                        field(name("fact"), String.class),
                        field(name("value"), String.class),
                        field(name("number"), Integer.class))
                .from(table(name(TABLE)))
                .fetchLazy()) {
            for (Record3<String, String, Integer> row : rows) {
                matches.forEach((one, match) -> {
                    if (code(one.fact()).equals(row.value1()) && match.test(row.value2())) {
                        numbers.meant.computeIfAbsent(one, _ -> new BitSet()).set(row.value3());
                    }
                });
            }
        }
        return numbers;
    }

    static String code(SoldFact fact) {
        return fact.name().toLowerCase(Locale.ROOT);
    }

    boolean means(When.Sold asked, long number) {
        BitSet values = meant.get(asked);
        return number != PastKind.NOTHING && values != null && values.get((int) number);
    }
}
