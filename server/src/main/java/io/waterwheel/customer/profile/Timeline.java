package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Everything that happened with one customer, newest first, by keyset over `event_of_customer`.
@Component
public class Timeline {

    private final DSLContext database;
    private final JsonMapper json;

    Timeline(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// @param properties as they were sent; sealed values are hidden
    public record TimelineEntry(
            long position,
            String name,
            EventGroup group,
            Instant at,
            String source,

            @Schema(additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
            Map<String, Object> properties) {}

    /// @throws io.waterwheel.kernel.problem.Problem `invalid` for a group of events that does not exist
    public Page<TimelineEntry> page(Brand brand, CustomerNo customer, TimelineFilter filter, PageRequest request) {
        Condition which = EVENT.BRAND_ID
                .eq(brand.id().value())
                .and(EVENT.RETRACTED_BY.isNull())
                .and(filter.condition());
        Cursor cursor = Cursor.decode(request.cursor(), 2);
        if (cursor != null) {
            which = which.and(DSL.row(EVENT.AT, EVENT.POSITION).lt(cursor.instant(0), cursor.number(1)));
        }
        Field<Integer> number = DSL.field(DSL.name("number", "no"), SQLDataType.INTEGER);
        // A page of each number by its index, then the newest of these: a sort of all would read the whole history.
        Table<?> newest = DSL.select(EVENT.POSITION, EVENT.NAME, EVENT.AT, EVENT.SOURCE, EVENT.PROPERTIES)
                .from(EVENT)
                .where(EVENT.CUSTOMER_NO.eq(number))
                .and(which)
                .orderBy(EVENT.AT.desc(), EVENT.POSITION.desc())
                .limit(request.size() + 1)
                .asTable("newest");
        List<TimelineEntry> found = database.select(
                        newest.field(EVENT.POSITION),
                        newest.field(EVENT.NAME),
                        newest.field(EVENT.AT),
                        newest.field(EVENT.SOURCE),
                        newest.field(EVENT.PROPERTIES))
                .from(numbers(customer))
                .crossJoin(DSL.lateral(newest))
                .orderBy(
                        newest.field(EVENT.AT).desc(),
                        newest.field(EVENT.POSITION).desc())
                .limit(request.size() + 1)
                .fetch(row -> new TimelineEntry(
                        row.value1(),
                        row.value2(),
                        EventGroup.of(row.value2()),
                        row.value3(),
                        row.value4(),
                        shown(row.value5().data())));
        return Page.of(found, request.size(), entry -> Cursor.of(entry.at(), entry.position()));
    }

    /// All numbers the customer's events may stand under.
    private static Table<?> numbers(CustomerNo customer) {
        return DSL.select(IDENTIFIER.NO)
                .from(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(customer.value()))
                .asTable("number");
    }

    private Map<String, Object> shown(String properties) {
        Map<String, Object> values = json.readValue(properties, new TypeReference<Map<String, Object>>() {});
        values.replaceAll((name, value) -> shown(value));
        return values;
    }

    /// Sealed values stand at any depth, such as the street in an address.
    @SuppressWarnings("unchecked")
    private static Object shown(Object value) {
        if (value instanceof String text && Vault.isSealed(text)) {
            return "****";
        }
        if (value instanceof Map<?, ?> object) {
            ((Map<String, Object>) object).replaceAll((name, inner) -> shown(inner));
        } else if (value instanceof List<?> list) {
            ((List<Object>) list).replaceAll(Timeline::shown);
        }
        return value;
    }
}
