package io.waterwheel.customer.profile;

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
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Everything that happened with one customer, newest first.
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
        List<TimelineEntry> found = CustomerEvents.newest(
                database,
                customer,
                which,
                request,
                List.of(EVENT.POSITION, EVENT.NAME, EVENT.AT, EVENT.SOURCE, EVENT.PROPERTIES),
                row -> new TimelineEntry(
                        row.get(EVENT.POSITION),
                        row.get(EVENT.NAME),
                        EventGroup.of(row.get(EVENT.NAME)),
                        row.get(EVENT.AT),
                        row.get(EVENT.SOURCE),
                        shown(row.get(EVENT.PROPERTIES).data())));
        return Page.of(found, request.size(), entry -> Cursor.of(entry.at(), entry.position()));
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
