package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.PROFILE;

import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.customer.source.Levels;
import io.waterwheel.customer.source.SourceLevels;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The table of attributes, read and written whole: a customer's attributes and the columns made of them.
@Component
class ProfileRows {

    private static final String NO_OTHERS = "{}";

    private final JsonMapper json;
    private final SourceLevels levels;

    ProfileRows(JsonMapper json, SourceLevels levels) {
        this.json = json;
        this.levels = levels;
    }

    Map<String, AttributeValue> attributes(JSONB stored) {
        return json.readValue(stored.data(), new TypeReference<Map<String, AttributeValue>>() {});
    }

    ProfileValues values(JSONB attributes, JSONB others) {
        return new ProfileValues(
                attributes(attributes),
                others.data().equals(NO_OTHERS)
                        ? Map.of()
                        : json.readValue(others.data(), new TypeReference<Map<String, List<AttributeValue>>>() {}));
    }

    Map<CustomerNo, ProfileValues> of(DSLContext transaction, Collection<CustomerNo> customers) {
        Map<CustomerNo, ProfileValues> known = new HashMap<>();
        transaction
                .select(PROFILE.CUSTOMER_NO, PROFILE.ATTRIBUTES, PROFILE.OTHERS)
                .from(PROFILE)
                .where(PROFILE.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .forEach(row -> known.put(new CustomerNo(row.value1()), values(row.value2(), row.value3())));
        return known;
    }

    /// Decides what stands and writes it.
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
                PROFILE.ATTRIBUTES,
                PROFILE.OTHERS);
        Levels now = levels.reading(transaction);
        changes.forEach((customer, change) -> {
            ProfileValues decided = change.decide(now);
            rows.row(
                    customer.value(),
                    decided.text("name"),
                    decided.text("gender"),
                    decided.date("birthday"),
                    decided.text("city"),
                    decided.text("province"),
                    JSONB.valueOf(json.writeValueAsString(decided.attributes())),
                    JSONB.valueOf(decided.others().isEmpty() ? NO_OTHERS : json.writeValueAsString(decided.others())));
        });
        RowSet.Given given = rows.as("given");
        transaction
                .update(PROFILE)
                .set(PROFILE.NAME, given.field(PROFILE.NAME))
                .set(PROFILE.GENDER, given.field(PROFILE.GENDER))
                .set(PROFILE.BIRTHDAY, given.field(PROFILE.BIRTHDAY))
                .set(PROFILE.CITY, given.field(PROFILE.CITY))
                .set(PROFILE.PROVINCE, given.field(PROFILE.PROVINCE))
                .set(PROFILE.ATTRIBUTES, given.field(PROFILE.ATTRIBUTES))
                .set(PROFILE.OTHERS, given.field(PROFILE.OTHERS))
                .from(given.table())
                .where(PROFILE.CUSTOMER_NO.eq(given.field(PROFILE.CUSTOMER_NO)))
                .execute();
    }
}
