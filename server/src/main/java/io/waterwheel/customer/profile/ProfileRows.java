package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.PROFILE;

import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of attributes, read and written whole: a customer's attributes and the columns made of them.
@Component
class ProfileRows {

    private final JsonMapper json;

    ProfileRows(JsonMapper json) {
        this.json = json;
    }

    Map<CustomerNo, Map<String, ProfileChange.AttributeValue>> attributes(
            DSLContext transaction, Collection<CustomerNo> customers) {
        Map<CustomerNo, Map<String, ProfileChange.AttributeValue>> attributes = new HashMap<>();
        transaction
                .select(PROFILE.CUSTOMER_NO, PROFILE.ATTRIBUTES)
                .from(PROFILE)
                .where(PROFILE.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .forEach(row -> attributes.put(
                        new CustomerNo(row.value1()),
                        ProfileChange.read(json, row.value2().data())));
        return attributes;
    }

    void write(DSLContext transaction, Map<CustomerNo, ProfileChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
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
