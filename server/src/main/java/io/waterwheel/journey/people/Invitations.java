package io.waterwheel.journey.people;

import static io.waterwheel.journey.generated.Tables.ENTRANT;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.JourneyProblem;
import io.waterwheel.journey.saved.JourneyState;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Lets people into a journey by request, whatever its trigger is.
@Component
public class Invitations {

    private final DSLContext database;
    private final Customers customers;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    Invitations(
            DSLContext database,
            Customers customers,
            Vault vault,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.customers = customers;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// They come in soon, each if the journey's rule lets them.
    ///
    /// @param key     the same request, sent again, lets nobody in twice
    /// @param context what templates may say, as `{{ event.… }}`
    /// @return how many customers of the brand are at the door; those it does not know are left out
    /// @throws Problem `not-found`, `journey-not-running`
    @Transactional
    public int invite(
            Brand brand, JourneyId journey, List<CustomerNo> numbers, String key, Map<String, String> context) {
        var row = database.select(SAVED_JOURNEY.NAME, SAVED_JOURNEY.STATE)
                .from(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.ID.eq(journey.value()))
                .and(SAVED_JOURNEY.BRAND_ID.eq(brand.id().value()))
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "journey " + journey));
        if (!row.value2().equals(JourneyState.LIVE.code())) {
            throw new Problem(JourneyProblem.JOURNEY_NOT_RUNNING).with("name", row.value1());
        }
        Map<CustomerNo, CustomerNo> current = customers.current(numbers);
        Set<CustomerNo> known = new LinkedHashSet<>();
        customers
                .rows(
                        brand.id(),
                        numbers.stream()
                                .map(number -> current.getOrDefault(number, number))
                                .distinct()
                                .toList())
                .forEach(customer -> known.add(customer.customerNo()));
        RowSet rows = new RowSet(
                ENTRANT.BRAND_ID,
                ENTRANT.JOURNEY_ID,
                ENTRANT.CUSTOMER_NO,
                ENTRANT.OCCASION,
                ENTRANT.ENTRY_KEY,
                ENTRANT.CONTEXT,
                ENTRANT.AT);
        // What a caller tells may be anything, also a person's.
        Map<String, String> sealed = new LinkedHashMap<>();
        context.forEach((name, value) -> sealed.put(name, vault.seal(value)));
        JSONB told = JSONB.valueOf(json.writeValueAsString(sealed));
        known.forEach(customer -> rows.row(
                brand.id().value(), journey.value(), customer.value(), "request/" + key, "", told, clock.instant()));
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            database.insertInto(ENTRANT, given.columns().toArray(Field<?>[]::new))
                    .select(DSL.select(given.fields()).from(given.table()))
                    .onConflictDoNothing()
                    .execute();
        }
        audit.record("journey.invite", "journey/" + journey, Map.of("brand", brand.key(), "customers", known.size()));
        return known.size();
    }
}
