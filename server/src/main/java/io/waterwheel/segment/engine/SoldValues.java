package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.FoldedText;
import io.waterwheel.segment.language.OrderFact;
import io.waterwheel.warehouse.Warehouse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.springframework.stereotype.Component;

/// What a brand sold, where and by which way, the commonest first: to choose from while a definition is written.
/// Costs a scan of one column, so an answer is kept for a minute.
@Component
public class SoldValues {

    private static final int MOST_VALUES = 20;
    private static final int MOST_FOUND = 200;
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 500;

    private static final Field<Integer> TIMES = field(name("times"), Integer.class);

    private final Warehouse warehouse;
    private final Cache<Question, List<SoldValue>> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    SoldValues(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    private record Question(BrandId brand, OrderFact fact, String text) {}

    /// @param count paid orders, or lines in them, that name it
    public record SoldValue(String value, long count) {}

    /// The twenty commonest that contain the text; of very many such, among the first found.
    public List<SoldValue> of(Brand brand, OrderFact fact, String text) {
        Question question = new Question(brand.id(), fact, FoldedText.of(text));
        List<SoldValue> known = kept.getIfPresent(question);
        if (known == null) {
            known = warehouse.read(context -> common(context, question));
            kept.put(question, known);
        }
        return known;
    }

    private static List<SoldValue> common(DSLContext context, Question asked) {
        Field<String> column = field(name(asked.fact().code()), String.class);
        return context.select(column, count().as(TIMES))
                .from(asked.fact().ofLine() ? ORDER_LINE : ORDERS)
                .where(
                        BRAND_ID.eq(inline(asked.brand().value())),
                        column.isNotNull(),
                        asked.text().isEmpty() ? noCondition() : column.in(found(context, asked)))
                .groupBy(column)
                .orderBy(count().desc(), column)
                .limit(MOST_VALUES)
                .fetch(row -> new SoldValue(row.value1(), row.value2()));
    }

    private static List<String> found(DSLContext context, Question asked) {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = context.select(VALUE)
                .from(SOLD)
                .where(
                        BRAND_ID.eq(inline(asked.brand().value())),
                        FACT.eq(inline(asked.fact().code())))
                .orderBy(VALUE)
                .fetchResultSet()) {
            while (rows.next() && found.size() < MOST_FOUND) {
                if (FoldedText.of(rows.getString(1)).contains(asked.text())) {
                    found.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new DataAccessException("what was sold could not be read from the warehouse", e);
        }
        return found;
    }
}
