package io.waterwheel.customer.consent;

import static io.waterwheel.customer.generated.Tables.CONSENT_DECISION;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Projection;
import io.waterwheel.kernel.postgres.RowSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes every grant and withdrawal into the ledger. A row belongs to its event, so order of arrival and
/// repetition change nothing.
@Component
@Order(4)
class ConsentHistory implements Projection, CustomerState {

    private static final int TEXT_MOST = 2_000;
    private static final int CODE_MOST = 40;

    private final JsonMapper json;

    ConsentHistory(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void apply(DSLContext transaction, List<LoggedEvent> events) {
        RowSet rows = new RowSet(CONSENT_DECISION.fields());
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            if (customer != null && decides(event.name())) {
                JsonNode told = json.readTree(event.properties());
                rows.row(
                        event.position(),
                        event.brand().value(),
                        customer.value(),
                        code(told, "channel", ConsentDecision.ANY),
                        code(told, "purpose", "marketing"),
                        event.name().equals(EventNames.CONSENT_GRANTED),
                        event.at(),
                        event.receivedAt(),
                        event.source(),
                        text(told, "wording"),
                        text(told, "version"),
                        text(told, "proof"),
                        text(told, "recorded_by"));
            }
        }
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            transaction
                    .insertInto(CONSENT_DECISION, CONSENT_DECISION.fields())
                    .select(DSL.select(given.fields()).from(given.table()))
                    .onConflict(CONSENT_DECISION.POSITION)
                    .doNothing()
                    .execute();
        }
    }

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        MovedCustomers moved = MovedCustomers.of(into);
        transaction
                .update(CONSENT_DECISION)
                .set(CONSENT_DECISION.CUSTOMER_NO, moved.to())
                .from(moved.table())
                .where(CONSENT_DECISION.CUSTOMER_NO.eq(moved.from()))
                .execute();
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .deleteFrom(CONSENT_DECISION)
                .where(CONSENT_DECISION.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
    }

    private static boolean decides(String name) {
        return name.equals(EventNames.CONSENT_GRANTED) || name.equals(EventNames.CONSENT_WITHDRAWN);
    }

    private static String code(JsonNode told, String field, String absent) {
        String text = text(told, field);
        return text == null ? absent : text.substring(0, Math.min(CODE_MOST, text.length()));
    }

    private static @Nullable String text(JsonNode told, String field) {
        String text = told.path(field).asString("").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(TEXT_MOST, text.length()));
    }
}
