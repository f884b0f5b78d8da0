package io.waterwheel.loyalty.member;

import static io.waterwheel.loyalty.generated.Tables.MEMBER_EVENT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes down what the timeline is told of members, in the transaction of the change it tells of.
@Component
public class MemberEvents {

    private final JsonMapper json;

    MemberEvents(JsonMapper json) {
        this.json = json;
    }

    /// @param message names it: of two with the same, the log keeps the first
    public void write(
            DSLContext transaction,
            BrandId brand,
            CustomerNo customer,
            String name,
            Instant at,
            String message,
            Map<String, ?> properties) {
        write(transaction, brand, List.of(new Told(customer, name, at, message, properties)));
    }

    /// One event of many.
    ///
    /// @param message names it: of two with the same, the log keeps the first
    public record Told(CustomerNo customer, String name, Instant at, String message, Map<String, ?> properties) {}

    public void write(DSLContext transaction, BrandId brand, Collection<Told> events) {
        if (events.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet(
                MEMBER_EVENT.BRAND_ID,
                MEMBER_EVENT.CUSTOMER_NO,
                MEMBER_EVENT.NAME,
                MEMBER_EVENT.AT,
                MEMBER_EVENT.MESSAGE_ID,
                MEMBER_EVENT.PROPERTIES);
        events.forEach(told -> rows.row(
                brand.value(),
                told.customer.value(),
                told.name,
                told.at,
                told.message,
                JSONB.valueOf(json.writeValueAsString(told.properties))));
        RowSet.Given given = rows.as("told");
        transaction
                .insertInto(MEMBER_EVENT, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .execute();
    }
}
