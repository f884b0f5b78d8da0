package io.waterwheel.loyalty.member;

import static io.waterwheel.loyalty.generated.Tables.MEMBER_EVENT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
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
        transaction
                .insertInto(MEMBER_EVENT)
                .set(MEMBER_EVENT.BRAND_ID, brand.value())
                .set(MEMBER_EVENT.CUSTOMER_NO, customer.value())
                .set(MEMBER_EVENT.NAME, name)
                .set(MEMBER_EVENT.AT, at)
                .set(MEMBER_EVENT.MESSAGE_ID, message)
                .set(MEMBER_EVENT.PROPERTIES, JSONB.valueOf(json.writeValueAsString(properties)))
                .execute();
    }
}
