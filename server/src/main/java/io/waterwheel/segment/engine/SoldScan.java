package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.FactOperator;
import io.waterwheel.segment.language.OrderFact;
import io.waterwheel.segment.language.OrderFilter;
import io.waterwheel.segment.language.TextMatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;

/// Chooses orders and lines by text. As with attributes the warehouse only tells which different values there are,
/// the language itself chooses among them, and the scan asks for the chosen ones.
final class SoldScan {

    /// So many are compared one by one; more are looked up, which costs the database a table of them.
    private static final int FEW = 50;

    private final DSLContext context;
    private final BrandId brand;

    SoldScan(DSLContext context, BrandId brand) {
        this.context = context;
        this.brand = brand;
    }

    /// What an order, or a line, must meet.
    Condition chosen(List<OrderFilter> where) {
        return where.isEmpty()
                ? noCondition()
                : and(where.stream().map(this::chosen).toList());
    }

    private Condition chosen(OrderFilter filter) {
        Field<String> column = field(name(filter.fact().code()), String.class);
        List<String> values = values(filter.fact(), filter.match());
        boolean opposite = filter.operator() == FactOperator.NOT_IN;
        if (values.isEmpty()) {
            return opposite ? noCondition() : falseCondition();
        }
        if (values.size() <= FEW) {
            return opposite ? column.isNull().or(column.notIn(values)) : column.in(values);
        }
        var many = select(field("unnest({0})", String.class, val(values.toArray(String[]::new))));
        return opposite ? column.isNull().or(column.notIn(many)) : column.in(many);
    }

    private List<String> values(OrderFact fact, TextMatch match) {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = context.select(VALUE)
                .from(SOLD)
                .where(BRAND_ID.eq(inline(brand.value())), FACT.eq(inline(fact.code())))
                .fetchResultSet()) {
            while (rows.next()) {
                if (match.test(rows.getString(1))) {
                    values.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new DataAccessException("what was sold could not be read from the warehouse", e);
        }
        return values;
    }
}
