package io.waterwheel.journey.people;

import static io.waterwheel.journey.generated.Tables.ADMISSION;
import static io.waterwheel.journey.generated.Tables.ENTRANT;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.JourneyProblem;
import io.waterwheel.journey.course.Admittance;
import io.waterwheel.journey.engine.NumberSet;
import io.waterwheel.journey.engine.RunState;
import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.journey.language.Message;
import io.waterwheel.journey.language.Node;
import io.waterwheel.journey.language.Reentry;
import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.journey.saved.JourneyState;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.TemplateNames;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Lets people into a journey by request, whatever its trigger is, and tells beforehand who would come in.
@Component
public class Invitations {

    /// So many are looked for one by one; of more, everybody who was ever in the journey is read.
    private static final int FEW = 10_000;

    private static final int FETCHED = 10_000;

    private final DSLContext database;
    private final Customers customers;
    private final TransactionOperations transactions;
    private final InvitedPeople people;
    private final FollowedJourneys journeys;
    private final TemplateNames templates;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    Invitations(
            DSLContext database,
            Customers customers,
            TransactionOperations transactions,
            InvitedPeople people,
            FollowedJourneys journeys,
            TemplateNames templates,
            Vault vault,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.customers = customers;
        this.transactions = transactions;
        this.people = people;
        this.journeys = journeys;
        this.templates = templates;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// Who would come in now. Costs a look at those meant who were ever in the journey.
    ///
    /// @throws Problem `not-found`, `journey-not-running`
    public InviteForecast forecast(Brand brand, JourneyId journey, Invited whom) {
        int version = running(brand, journey);
        JourneyDefinition definition =
                journeys.version(journey.value(), version).definition();
        InvitedPeople.Found found = people.find(brand, whom);
        RoaringBitmap inside = new RoaringBitmap();
        RoaringBitmap before = new RoaringBitmap();
        transactions.executeWithoutResult(_ -> look(journey, definition.reentry(), found.customers(), inside, before));
        inside.and(found.customers());
        before.and(found.customers());
        RoaringBitmap enter = RoaringBitmap.andNot(RoaringBitmap.andNot(found.customers(), inside), before);
        return new InviteForecast(
                found.customers().getLongCardinality(),
                found.unknown(),
                found.unfound(),
                enter.getLongCardinality(),
                inside.getLongCardinality(),
                before.getLongCardinality(),
                reach(brand, definition, enter));
    }

    /// Finds out who is inside and who was before, read piece by piece.
    private void look(
            JourneyId journey, Reentry rule, RoaringBitmap meant, RoaringBitmap inside, RoaringBitmap before) {
        Instant now = clock.instant();
        Condition who = RUN.JOURNEY_ID.eq(journey.value()).and(RUN.ENTRY_KEY.eq(""));
        if (meant.getCardinality() <= FEW) {
            Integer[] numbers = Arrays.stream(meant.toArray()).boxed().toArray(Integer[]::new);
            who = who.and(RUN.CUSTOMER_NO.eq(DSL.any(numbers)));
        }
        try (var past = database.select(
                        RUN.CUSTOMER_NO,
                        DSL.max(RUN.ENTERED_AT),
                        DSL.boolOr(RUN.STATE.ne(DSL.inline(RunState.ENDED.code()))))
                .from(RUN)
                .where(who)
                .groupBy(RUN.CUSTOMER_NO)
                .fetchSize(FETCHED)
                .fetchLazy()) {
            past.forEach(row -> {
                Admittance may = Admittance.of(rule, row.value2(), Boolean.TRUE.equals(row.value3()), now);
                switch (may) {
                    case ENTERS -> {
                        // as one who was never in it
                    }
                    case INSIDE -> inside.add(row.value1());
                    case BEFORE -> before.add(row.value1());
                }
            });
        }
    }

    private List<MessageReach> reach(Brand brand, JourneyDefinition definition, RoaringBitmap enter) {
        Map<Long, ChannelKind> channels = templates.templateChannels(brand);
        List<MessageReach> reach = new ArrayList<>();
        for (Node node : definition.nodes()) {
            if (node.step() instanceof Message message) {
                ChannelKind channel = channels.get(Long.valueOf(message.template()));
                if (channel != null) {
                    RoaringBitmap bound = customers.bound(brand.id(), channel, enter);
                    RoaringBitmap consenting = customers.consenting(
                            brand.id(), channel, message.purpose().code(), bound);
                    reach.add(new MessageReach(
                            node.id(),
                            message.template(),
                            channel,
                            message.purpose(),
                            enter.getLongCardinality() - bound.getLongCardinality(),
                            bound.getLongCardinality() - consenting.getLongCardinality()));
                }
            }
        }
        return reach;
    }

    /// They come in soon, each if the journey's rule lets them.
    ///
    /// @param key     the same request, sent again, lets nobody in twice
    /// @param context what templates may say, as `{{ event.… }}`
    /// @return how many customers of the brand are at the door; those it does not know are left out
    /// @throws Problem `not-found`, `journey-not-running`
    public long invite(Brand brand, JourneyId journey, Invited whom, String key, Map<String, String> context) {
        running(brand, journey);
        RoaringBitmap invited = people.find(brand, whom).customers();
        transactions.executeWithoutResult(_ -> {
            running(brand, journey);
            if (invited.getCardinality() > FEW) {
                admit(journey, invited, key);
            } else {
                putAtDoor(brand, journey, invited, key, context);
            }
            audit.record(
                    "journey.invite",
                    "journey/" + journey,
                    Map.of("brand", brand.key(), "customers", invited.getLongCardinality()));
        });
        return invited.getLongCardinality();
    }

    /// @return the version people come into
    private int running(Brand brand, JourneyId journey) {
        var row = database.select(SAVED_JOURNEY.NAME, SAVED_JOURNEY.STATE, SAVED_JOURNEY.VERSION)
                .from(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.ID.eq(journey.value()))
                .and(SAVED_JOURNEY.BRAND_ID.eq(brand.id().value()))
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "journey " + journey));
        if (!row.value2().equals(JourneyState.LIVE.code())) {
            throw new Problem(JourneyProblem.JOURNEY_NOT_RUNNING).with("name", row.value1());
        }
        return row.value3();
    }

    /// Millions are written down as one set and come in piece by piece.
    private void admit(JourneyId journey, RoaringBitmap invited, String key) {
        database.insertInto(ADMISSION)
                .set(ADMISSION.JOURNEY_ID, journey.value())
                .set(ADMISSION.OCCASION, "request/" + key)
                .set(ADMISSION.MEMBERS, NumberSet.bytes(invited))
                .set(ADMISSION.SIZE, invited.getCardinality())
                .set(ADMISSION.ADMITTED, 0)
                .set(ADMISSION.AT, clock.instant())
                .onConflictDoNothing()
                .execute();
    }

    private void putAtDoor(
            Brand brand, JourneyId journey, RoaringBitmap invited, String key, Map<String, String> context) {
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
        invited.forEach((int customer) ->
                rows.row(brand.id().value(), journey.value(), customer, "request/" + key, "", told, clock.instant()));
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            database.insertInto(ENTRANT, given.columns().toArray(Field<?>[]::new))
                    .select(DSL.select(given.fields()).from(given.table()))
                    .onConflictDoNothing()
                    .execute();
        }
    }
}
