package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.CUSTOMER;
import static io.waterwheel.segment.engine.WarehouseColumns.CUSTOMER_NO;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.CustomAttribute;
import io.waterwheel.segment.language.StandardAttribute;
import io.waterwheel.segment.language.TextMatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.roaringbitmap.RoaringBitmap;

/// Compares text. Engines do not agree on Unicode, so the database only tells which different values there are, the
/// language itself ([TextMatch]) chooses among them, and the scan then asks for the chosen ones. An attribute with very
/// many different values is read through once instead, value by value, in constant memory.
final class TextScan {

    private final DSLContext context;
    private final int fewValues;

    TextScan(DSLContext context) {
        this(context, 10_000);
    }

    TextScan(DSLContext context, int fewValues) {
        this.context = context;
        this.fewValues = fewValues;
    }

    RoaringBitmap customers(Leaf.Compared asked) {
        Field<String> column = column(asked.attribute());
        TextMatch match = TextMatch.of(asked.operator(), asked.values());
        List<String> values = context.selectDistinct(column.as("known"))
                .from(CUSTOMER)
                .where(column.isNotNull())
                .limit(fewValues + 1)
                .fetch(0, String.class);
        if (values.size() > fewValues) {
            return readThrough(column, match);
        }
        List<String> chosen = values.stream().filter(match).toList();
        return chosen.isEmpty()
                ? new RoaringBitmap()
                : CustomerSet.of(context.select(CUSTOMER_NO).from(CUSTOMER).where(column.in(chosen)));
    }

    private RoaringBitmap readThrough(Field<String> column, TextMatch match) {
        RoaringBitmap customers = new RoaringBitmap();
        try (ResultSet rows = context.select(CUSTOMER_NO, column.as("known"))
                .from(CUSTOMER)
                .where(column.isNotNull())
                .fetchResultSet()) {
            while (rows.next()) {
                if (match.test(rows.getString(2))) {
                    customers.add(rows.getInt(1));
                }
            }
        } catch (SQLException e) {
            throw new DataAccessException("attribute values could not be read from the warehouse", e);
        }
        return customers;
    }

    static Field<String> column(Attribute attribute) {
        return switch (attribute) {
            case CustomAttribute(String key) -> field("{0}[{1}]", String.class, field(name("attributes")), val(key));
            case StandardAttribute.CITY, StandardAttribute.PROVINCE, StandardAttribute.GENDER ->
                field(name(attribute.code()), String.class);
            case StandardAttribute other -> throw new IllegalArgumentException(other + " is not text");
        };
    }
}
