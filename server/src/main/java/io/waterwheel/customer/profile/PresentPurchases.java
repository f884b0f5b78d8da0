package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.PURCHASE;
import static io.waterwheel.customer.generated.Tables.RELATION;
import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.PurchaseFacts;
import io.waterwheel.customer.purchase.PurchaseKind;
import io.waterwheel.kernel.event.Order;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The orders and refunds of the one customer of a query about relations, as arrays beside it. What was sold stands
/// in their events, which are read only when it is asked for.
@Component
class PresentPurchases {

    private static final int PIECE_DIGITS = 3;

    private static final String FROM = "bought_from";
    private static final String TO = "bought_to";
    private static final String UP_TO = "bought_up_to";

    private static final Field<Long[]> TIMES = DSL.arrayAgg(micros(PURCHASE.AT)).as("times");
    private static final Field<Long[]> AMOUNTS = DSL.arrayAgg(PURCHASE.AMOUNT).as("amounts");
    private static final Field<String[]> KINDS = DSL.arrayAgg(PURCHASE.KIND).as("kinds");
    private static final Field<String[]> SOURCES = DSL.arrayAgg(EVENT.SOURCE).as("sources");
    private static final Field<String[]> SOLD =
            DSL.arrayAgg(EVENT.PROPERTIES.cast(String.class)).as("sold");

    private final JsonMapper json;

    PresentPurchases(JsonMapper json) {
        this.json = json;
    }

    static Table<?> of(boolean sold) {
        Table<?> purchases = sold ? PURCHASE.join(EVENT).on(EVENT.POSITION.eq(PURCHASE.POSITION)) : PURCHASE;
        return DSL.select(fields(sold))
                .from(purchases)
                .where(PURCHASE.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO))
                .and(PURCHASE.BRAND_ID.eq(RELATION.BRAND_ID))
                .and(PURCHASE.AT.ge(DSL.param(FROM, Instant.class)))
                .and(PURCHASE.AT.lt(DSL.param(TO, Instant.class)))
                .and(PURCHASE.POSITION.le(DSL.param(UP_TO, Long.class)))
                .asTable("bought");
    }

    /// Gives the parameters of [#of] their values.
    static void ask(PresentCustomer.Purchases asked, Map<String, Object> values) {
        values.put(FROM, asked.when().from());
        values.put(TO, asked.when().to());
        values.put(UP_TO, asked.upTo());
    }

    private static List<Field<?>> fields(boolean sold) {
        return sold ? List.of(TIMES, AMOUNTS, KINDS, SOURCES, SOLD) : List.of(TIMES, AMOUNTS, KINDS);
    }

    static List<SelectField<?>> columns(boolean sold) {
        List<SelectField<?>> columns = new ArrayList<>();
        fields(sold).forEach(field -> columns.add(bought(field)));
        return columns;
    }

    private static <T> Field<T> bought(Field<T> array) {
        return DSL.field(DSL.name("bought", array.getName()), array.getDataType());
    }

    List<PurchaseFacts> read(Record row, Brand brand, boolean sold) {
        Long[] times = row.get(bought(TIMES));
        if (times == null) {
            return List.of();
        }
        Long[] amounts = Objects.requireNonNull(row.get(bought(AMOUNTS)));
        String[] kinds = Objects.requireNonNull(row.get(bought(KINDS)));
        String[] sources = sold ? Objects.requireNonNull(row.get(bought(SOURCES))) : new String[0];
        String[] properties = sold ? Objects.requireNonNull(row.get(bought(SOLD))) : new String[0];
        List<PurchaseFacts> purchases = new ArrayList<>(times.length);
        for (int i = 0; i < times.length; i++) {
            boolean refund = kinds[i].equals(PurchaseKind.REFUND.code());
            Instant at = instant(times[i]);
            purchases.add(
                    sold
                            ? sold(refund, at, amounts[i], sources[i], properties[i], brand.fractionDigits())
                            : new PurchaseFacts(refund, at, amounts[i], null, null, null, List.of()));
        }
        return purchases;
    }

    private PurchaseFacts sold(
            boolean refund, Instant at, long amount, String source, String properties, int fractionDigits) {
        Order order = json.readValue(properties, Order.class);
        return new PurchaseFacts(
                refund,
                at,
                amount,
                refund ? order.refunded(json.readTree(properties)) : order.orderId(),
                order.store(),
                order.soldThrough(source),
                order.lines().stream()
                        .map(line -> new PurchaseFacts.Line(
                                line.productId(),
                                line.category(),
                                line.units().setScale(PIECE_DIGITS, RoundingMode.HALF_UP),
                                line.amount(fractionDigits)))
                        .toList());
    }

    /// As exactly as the database keeps time, in a form that an array of it is read quickly.
    static Field<Long> micros(Field<Instant> at) {
        return DSL.field("(extract(epoch from {0}) * 1000000)::bigint", Long.class, at);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}
