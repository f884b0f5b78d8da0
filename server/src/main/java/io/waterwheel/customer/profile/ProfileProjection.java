package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.PROFILE;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Projection;
import io.waterwheel.kernel.postgres.RowSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `Identified` and `Friend Added` events say about a customer. Each attribute keeps its source and time; the
/// newest by its own time stands, so events may arrive in any order.
@Component
@Order(5)
class ProfileProjection implements Projection {

    private final JsonMapper json;

    ProfileProjection(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void apply(DSLContext transaction, List<LoggedEvent> events) {
        Map<CustomerNo, ProfileChange> changes = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            if (customer != null && tells(event.name())) {
                JsonNode properties = json.readTree(event.properties());
                changes.computeIfAbsent(customer, unused -> new ProfileChange()).take(properties, event);
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        Integer[] numbers = changes.keySet().stream().map(CustomerNo::value).toArray(Integer[]::new);
        transaction
                .select(PROFILE.CUSTOMER_NO, PROFILE.ATTRIBUTES)
                .from(PROFILE)
                .where(PROFILE.CUSTOMER_NO.eq(DSL.any(numbers)))
                .forEach(row -> changes.computeIfPresent(
                        new CustomerNo(row.value1()),
                        (customer, change) -> change.over(
                                ProfileChange.read(json, row.value2().data()))));
        write(transaction, changes);
    }

    private static boolean tells(String name) {
        return name.equals(EventNames.IDENTIFIED) || name.equals(EventNames.FRIEND_ADDED);
    }

    private void write(DSLContext transaction, Map<CustomerNo, ProfileChange> changes) {
        RowSet rows = new RowSet(
                PROFILE.CUSTOMER_NO,
                PROFILE.NAME,
                PROFILE.GENDER,
                PROFILE.BIRTHDAY,
                PROFILE.CITY,
                PROFILE.PROVINCE,
                PROFILE.ATTRIBUTES);
        changes.forEach((customer, change) -> rows.row(
                customer.value(),
                change.text("name"),
                change.text("gender"),
                change.date("birthday"),
                change.text("city"),
                change.text("province"),
                JSONB.valueOf(json.writeValueAsString(change.attributes()))));
        RowSet.Given given = rows.as("given");
        transaction
                .update(PROFILE)
                .set(PROFILE.NAME, given.field(PROFILE.NAME))
                .set(PROFILE.GENDER, given.field(PROFILE.GENDER))
                .set(PROFILE.BIRTHDAY, given.field(PROFILE.BIRTHDAY))
                .set(PROFILE.CITY, given.field(PROFILE.CITY))
                .set(PROFILE.PROVINCE, given.field(PROFILE.PROVINCE))
                .set(PROFILE.ATTRIBUTES, given.field(PROFILE.ATTRIBUTES))
                .from(given.table())
                .where(PROFILE.CUSTOMER_NO.eq(given.field(PROFILE.CUSTOMER_NO)))
                .execute();
    }
}
