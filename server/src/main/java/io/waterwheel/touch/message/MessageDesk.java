package io.waterwheel.touch.message;

import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static io.waterwheel.touch.generated.Tables.MESSAGE_LINE;
import static io.waterwheel.touch.generated.Tables.TEMPLATE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.MessageRequest;
import io.waterwheel.touch.Messages;
import io.waterwheel.touch.send.Dispatches;
import io.waterwheel.touch.send.Errand;
import io.waterwheel.touch.send.SettledMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Takes messages that other modules ask for, and takes them back.
@Component
class MessageDesk implements Messages {

    private static final int MOST_KEY = 200;
    private static final int MOST_PRIORITY = 9;
    private static final Duration USEFUL = Duration.ofDays(1);

    private final DSLContext database;
    private final Customers customers;
    private final Vault vault;
    private final JsonMapper json;
    private final Dispatches dispatches;
    private final SettledMessages settled;
    private final InstantSource clock;

    MessageDesk(
            DSLContext database,
            Customers customers,
            Vault vault,
            JsonMapper json,
            Dispatches dispatches,
            SettledMessages settled,
            InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.vault = vault;
        this.json = json;
        this.dispatches = dispatches;
        this.settled = settled;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void ask(Brand brand, Collection<MessageRequest> requests) {
        if (requests.isEmpty()) {
            return;
        }
        check(requests);
        Map<Long, String> channels = channels(brand, requests);
        Map<CustomerNo, CustomerNo> current = customers.current(
                requests.stream().map(MessageRequest::customer).distinct().toList());
        Instant now = clock.instant();
        RowSet rows = new RowSet(
                MESSAGE.KEY,
                MESSAGE.CUSTOMER_NO,
                MESSAGE.ASKED_NO,
                MESSAGE.TEMPLATE_ID,
                MESSAGE.CHANNEL,
                MESSAGE.PURPOSE,
                MESSAGE.PRIORITY,
                MESSAGE.SEALED_VALUES,
                MESSAGE.NOT_AFTER);
        for (MessageRequest request : requests) {
            rows.row(
                    request.key(),
                    current.getOrDefault(request.customer(), request.customer()).value(),
                    request.customer().value(),
                    request.template(),
                    Objects.requireNonNull(channels.get(request.template())),
                    request.purpose().code(),
                    (short) request.priority(),
                    request.values().isEmpty() ? null : vault.seal(json.writeValueAsString(request.values())),
                    Objects.requireNonNullElse(request.notAfter(), now.plus(USEFUL)));
        }
        RowSet.Given given = rows.as("given");
        List<Field<?>> columns = new ArrayList<>(given.columns());
        columns.addAll(List.of(MESSAGE.BRAND_ID, MESSAGE.ASKED_AT, MESSAGE.DUE_AT, MESSAGE.STATE));
        database.insertInto(MESSAGE, columns)
                .select(DSL.select(given.fields())
                        .select(DSL.val(brand.id().value()), DSL.val(now), DSL.val(now), DSL.val("pending"))
                        .from(given.table()))
                .onConflictDoNothing()
                .execute();
        Set.copyOf(channels.values())
                .forEach(channel -> database.insertInto(MESSAGE_LINE)
                        .set(MESSAGE_LINE.BRAND_ID, brand.id().value())
                        .set(MESSAGE_LINE.CHANNEL, channel)
                        .onConflictDoNothing()
                        .execute());
    }

    private Map<Long, String> channels(Brand brand, Collection<MessageRequest> requests) {
        Set<Long> templates = requests.stream().map(MessageRequest::template).collect(Collectors.toSet());
        Map<Long, String> channels = database.select(TEMPLATE.ID, TEMPLATE.CHANNEL)
                .from(TEMPLATE)
                .where(TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .and(TEMPLATE.ID.in(templates))
                .fetchMap(TEMPLATE.ID, TEMPLATE.CHANNEL);
        templates.stream()
                .filter(template -> !channels.containsKey(template))
                .findFirst()
                .ifPresent(template -> {
                    throw new Problem(KernelProblem.NOT_FOUND).with("what", "template " + template);
                });
        return channels;
    }

    private static void check(Collection<MessageRequest> requests) {
        Problem problem = new Problem(KernelProblem.INVALID);
        int i = 0;
        for (MessageRequest request : requests) {
            if (request.key().isBlank() || request.key().length() > MOST_KEY) {
                problem.outside("/" + i + "/key", "length", 1, MOST_KEY);
            }
            if (request.priority() < 0 || request.priority() > MOST_PRIORITY) {
                problem.outside("/" + i + "/priority", "range", 0, MOST_PRIORITY);
            }
            i++;
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    /// @param dispatch the call written down for it, null when there is none
    private record Waiting(
            long id, String channel, @Nullable Long dispatch) {}

    @Override
    @Transactional
    public void withdraw(Brand brand, Collection<String> keys) {
        List<Waiting> found = database.update(MESSAGE)
                .set(MESSAGE.WITHDRAW_ASKED, true)
                .where(MESSAGE.BRAND_ID.eq(brand.id().value()))
                .and(MESSAGE.KEY.eq(DSL.any(keys.toArray(String[]::new))))
                .and(MESSAGE.STATE.eq("pending"))
                .returning(MESSAGE.ID, MESSAGE.CHANNEL, MESSAGE.DISPATCH_ID)
                .fetch(row -> new Waiting(row.getId(), row.getChannel(), row.getDispatchId()));
        found.stream()
                .collect(Collectors.groupingBy(Waiting::channel))
                .forEach((channel, some) -> withdraw(new Errand(brand.id(), ChannelKind.of(channel), null), some));
    }

    /// A call that stands as ready is dissolved, so that it cannot be made; whoever else it was for waits
    /// again. A call that is being made, or settled, is locked by whoever is at it and left alone.
    private void withdraw(Errand errand, List<Waiting> some) {
        List<Long> ready = database.select(DISPATCH.ID)
                .from(DISPATCH)
                .where(DISPATCH.ID.in(some.stream()
                        .map(Waiting::dispatch)
                        .filter(Objects::nonNull)
                        .toList()))
                .and(DISPATCH.STATE.eq("ready"))
                .forUpdate()
                .skipLocked()
                .fetch(DISPATCH.ID);
        dispatches.dissolve(errand, DISPATCH.ID.eq(DSL.any(ready.toArray(Long[]::new))));
        List<Long> free = new ArrayList<>();
        some.forEach(one -> {
            if (one.dispatch() == null || ready.contains(one.dispatch())) {
                free.add(one.id());
            }
        });
        settled.withdrawn(errand, MESSAGE.ID.eq(DSL.any(free.toArray(Long[]::new))));
    }
}
