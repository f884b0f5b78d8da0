package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.ENTRANT;
import static io.waterwheel.journey.generated.Tables.GUIDE_TASK;
import static io.waterwheel.journey.generated.Tables.OUTBOX;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.FriendFacts;
import io.waterwheel.journey.course.Effect;
import io.waterwheel.journey.course.Walk;
import io.waterwheel.journey.language.GiveCoupon;
import io.waterwheel.journey.language.GivePoints;
import io.waterwheel.journey.language.Giving;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.RequestedReward;
import io.waterwheel.loyalty.RewardRequest;
import io.waterwheel.touch.MessageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// What one batch does to the world beyond its runs. Whatever is asked of others has a key made of run and
/// passage, so that it is the same on every try.
final class Effects {

    private final Instant now;
    private final List<Made> made = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Withdrawn> withdrawn = new ArrayList<>();

    Effects(Instant now) {
        this.now = now;
    }

    private record Made(Run run, String journey, Walk.Done done) {}

    private record Told(Run run, String journey, String name, String what, Instant at) {}

    private record Withdrawn(Run run, int number) {}

    void add(Run run, FollowedJourney journey, Walk.Done done) {
        made.add(new Made(run, journey.name(), done));
    }

    /// An event of the run itself.
    ///
    /// @param what the last part of the message id
    void tell(Run run, FollowedJourney journey, String name, String what, Instant at) {
        told.add(new Told(run, journey.name(), name, what, at));
    }

    /// A message is of no use any more.
    void withdraw(Run run, int number) {
        withdrawn.add(new Withdrawn(run, number));
    }

    void write(DSLContext transaction, EngineTools tools, Set<Run> dropped) {
        Map<Brand, List<MessageRequest>> messages = new LinkedHashMap<>();
        Map<Brand, List<RewardRequest>> rewards = new LinkedHashMap<>();
        RowSet tasks = new RowSet(
                GUIDE_TASK.BRAND_ID,
                GUIDE_TASK.JOURNEY_ID,
                GUIDE_TASK.RUN_ID,
                GUIDE_TASK.NUMBER,
                GUIDE_TASK.CUSTOMER_NO,
                GUIDE_TASK.GUIDE,
                GUIDE_TASK.TITLE,
                GUIDE_TASK.WORDS,
                GUIDE_TASK.STATE,
                GUIDE_TASK.MADE_AT,
                GUIDE_TASK.DUE_AT);
        RowSet outbox = new RowSet(
                OUTBOX.BRAND_ID, OUTBOX.CUSTOMER_NO, OUTBOX.NAME, OUTBOX.AT, OUTBOX.MESSAGE_ID, OUTBOX.PROPERTIES);
        RowSet entrants = new RowSet(
                ENTRANT.BRAND_ID,
                ENTRANT.JOURNEY_ID,
                ENTRANT.CUSTOMER_NO,
                ENTRANT.OCCASION,
                ENTRANT.ENTRY_KEY,
                ENTRANT.CONTEXT,
                ENTRANT.AT);
        Map<Friend, String> guides = guides(tools);
        for (Told one : told) {
            if (!dropped.contains(one.run)) {
                outbox(tools, outbox, one.run, one.name, one.at, one.what, properties(one));
            }
        }
        for (Made one : made) {
            if (dropped.contains(one.run)) {
                continue;
            }
            Run run = one.run;
            int number = one.done.number();
            switch (one.done.effect()) {
                case Effect.Ask(var message, Instant notAfter) ->
                    messages.computeIfAbsent(run.brand, _ -> new ArrayList<>())
                            .add(new MessageRequest(
                                    Run.key(run.id, number),
                                    new CustomerNo(run.customer),
                                    Long.parseLong(message.template()),
                                    message.purpose(),
                                    values(tools, run),
                                    message.priority(),
                                    notAfter));
                case Effect.Tag(var change) -> {
                    Map<String, Object> properties = new HashMap<>();
                    properties.put("tag", change.tag());
                    properties.put("by", "journey/" + run.journey);
                    if (change.value() != null) {
                        properties.put("value", change.value());
                    }
                    String name = change.added() ? EventNames.TAG_ADDED : EventNames.TAG_REMOVED;
                    outbox(tools, outbox, run, name, now, Integer.toString(number), properties);
                }
                case Effect.Task(var work, Instant dueAt) ->
                    tasks.row(
                            run.brand.id().value(),
                            run.journey,
                            run.id,
                            number,
                            run.customer,
                            guides.get(new Friend(run.brand.id(), run.customer)),
                            work.title(),
                            work.words(),
                            "open",
                            now,
                            dueAt);
                case Effect.Give(var giving) ->
                    rewards.computeIfAbsent(run.brand, _ -> new ArrayList<>())
                            .add(new RewardRequest(
                                    Run.key(run.id, number),
                                    new CustomerNo(run.customer),
                                    reward(giving),
                                    one.journey));
                case Effect.Tell(var webhook) -> {
                    Map<String, Object> properties = new LinkedHashMap<>();
                    properties.put("journey", Long.toString(run.journey));
                    properties.put("name", one.journey);
                    properties.put("version", run.version);
                    properties.put("signal", webhook.name());
                    outbox(tools, outbox, run, EventNames.JOURNEY_SIGNALLED, now, Integer.toString(number), properties);
                }
                case Effect.LetInto(var other) ->
                    entrants.row(
                            run.brand.id().value(),
                            Long.parseLong(other.journey()),
                            run.customer,
                            Run.key(run.id, number),
                            "",
                            JSONB.valueOf(tools.json().writeValueAsString(run.context)),
                            now);
            }
        }
        insert(transaction, GUIDE_TASK, tasks);
        insert(transaction, OUTBOX, outbox);
        insert(transaction, ENTRANT, entrants);
        messages.forEach(tools.messages()::ask);
        rewards.forEach(tools.rewards()::ask);
        withdraw(tools);
    }

    private static RequestedReward reward(Giving giving) {
        return switch (giving) {
            case GivePoints(int points) -> new RequestedReward.OfPoints(new Points(points));
            case GiveCoupon(String template) -> new RequestedReward.OfCoupon(CouponTemplateId.of(template));
        };
    }

    private record Friend(BrandId brand, int customer) {}

    /// Whose friends in WeCom those are for whom there is a task; of several guides the first by name.
    private Map<Friend, String> guides(EngineTools tools) {
        Set<CustomerNo> asked = made.stream()
                .filter(one -> one.done.effect() instanceof Effect.Task)
                .map(one -> new CustomerNo(one.run.customer))
                .collect(Collectors.toSet());
        Map<Friend, String> guides = new HashMap<>();
        tools.customers().friends(asked).stream()
                .filter(FriendFacts::lasts)
                .forEach(friend -> guides.merge(
                        new Friend(friend.brand(), friend.customer().value()),
                        friend.guide(),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return guides;
    }

    private static Map<String, Map<String, String>> values(EngineTools tools, Run run) {
        Map<String, String> plain = new LinkedHashMap<>();
        run.context.forEach((name, value) -> plain.put(name, tools.plain(value)));
        return plain.isEmpty() ? Map.of() : Map.of("event", plain);
    }

    private static void insert(DSLContext transaction, Table<?> table, RowSet rows) {
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            transaction
                    .insertInto(table, given.columns().toArray(Field<?>[]::new))
                    .select(DSL.select(given.fields()).from(given.table()))
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private void withdraw(EngineTools tools) {
        Map<Brand, List<String>> keys = new LinkedHashMap<>();
        withdrawn.forEach(one ->
                keys.computeIfAbsent(one.run.brand, _ -> new ArrayList<>()).add(Run.key(one.run.id, one.number)));
        keys.forEach(tools.messages()::withdraw);
    }

    private static void outbox(
            EngineTools tools, RowSet rows, Run run, String name, Instant at, String what, Map<String, Object> told) {
        rows.row(
                run.brand.id().value(),
                run.customer,
                name,
                at,
                "journey/" + run.id + "/" + what,
                JSONB.valueOf(tools.json().writeValueAsString(told)));
    }

    private static Map<String, Object> properties(Told one) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("journey", Long.toString(one.run.journey));
        properties.put("name", one.journey);
        properties.put("version", one.run.version);
        if (one.name.equals(EventNames.JOURNEY_EXITED) && one.run.reason != null) {
            properties.put("reason", one.run.reason.code());
        }
        if (one.run.control) {
            properties.put("control", true);
        }
        return properties;
    }
}
