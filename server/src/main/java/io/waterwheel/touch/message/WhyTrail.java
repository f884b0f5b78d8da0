package io.waterwheel.touch.message;

import static io.waterwheel.touch.generated.Tables.BROADCAST;
import static io.waterwheel.touch.generated.Tables.BROADCAST_SET;
import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static io.waterwheel.touch.generated.Tables.MESSAGE_LINE;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;
import static io.waterwheel.touch.generated.Tables.TEMPLATE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.web.KeptProblem;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.message.CustomerMessage.Kind;
import io.waterwheel.touch.policy.Reasons;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// "Why did she not get it?": every message and broadcast that concerned a customer, newest first, with what
/// happened.
@Component
public class WhyTrail {

    /// So many broadcasts are looked at together; most concern any one customer in one way or another.
    private static final int BROADCASTS = 50;

    private static final int ROUNDS = 6;

    private static final Field<Instant> PLANNED = DSL.coalesce(BROADCAST.PLANNED_AT, BROADCAST.CREATED_AT);

    private final DSLContext database;
    private final Customers customers;
    private final JsonMapper json;

    WhyTrail(DSLContext database, Customers customers, JsonMapper json) {
        this.database = database;
        this.customers = customers;
        this.json = json;
    }

    /// A page may have a few more lines than asked for: those of one moment stay together.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `bad-cursor`
    public Page<CustomerMessage> of(Brand brand, CustomerNo customer, PageRequest page, Locale locale) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        Instant before = cursor == null ? null : micros(cursor.number(0));
        CustomerNo owner = customers.currentOf(customer);
        Integer[] numbers = customers.numbers(List.of(owner)).keySet().stream()
                .map(CustomerNo::value)
                .toArray(Integer[]::new);
        List<CustomerMessage> found = new ArrayList<>(messages(brand, numbers, before, page.size() + 1, locale));
        // Broadcasts older than this have not been looked at; null when all have.
        Instant floor = addBroadcasts(brand, numbers, before, page.size(), locale, found);
        found.removeIf(one -> floor != null && one.at().isBefore(floor));
        found.sort(Comparator.comparing(CustomerMessage::at).reversed());
        int end = Math.min(page.size(), found.size());
        while (end > 0
                && end < found.size()
                && found.get(end).at().equals(found.get(end - 1).at())) {
            end++;
        }
        Instant next = end < found.size() ? found.get(end - 1).at() : floor;
        return new Page<>(
                List.copyOf(found.subList(0, end)),
                next == null
                        ? null
                        : Cursor.of(ChronoUnit.MICROS.between(Instant.EPOCH, next))
                                .encode());
    }

    /// Goes back until there is enough for a page, so that broadcasts which did not concern her leave no gap;
    /// but not for ever.
    private @Nullable Instant addBroadcasts(
            Brand brand,
            Integer[] numbers,
            @Nullable Instant before,
            int enough,
            Locale locale,
            List<CustomerMessage> found) {
        Instant from = before;
        int concerned = 0;
        for (int round = 0; round < ROUNDS && concerned <= enough; round++) {
            List<Record> some = broadcasts(brand, from);
            if (some.isEmpty()) {
                return null;
            }
            List<CustomerMessage> concerning = concerning(some, numbers, locale);
            concerned += concerning.size();
            found.addAll(concerning);
            from = some.getLast().get(PLANNED);
        }
        return from;
    }

    private static Instant micros(long number) {
        return Instant.EPOCH.plus(number, ChronoUnit.MICROS);
    }

    private List<CustomerMessage> messages(
            Brand brand, Integer[] numbers, @Nullable Instant before, int most, Locale locale) {
        Condition which = MESSAGE.BRAND_ID.eq(brand.id().value()).and(MESSAGE.CUSTOMER_NO.eq(DSL.any(numbers)));
        if (before != null) {
            which = which.and(MESSAGE.ASKED_AT.lt(before));
        }
        return database.select(MESSAGE.fields())
                .select(TEMPLATE.NAME, MESSAGE_LINE.PROBLEM)
                .from(MESSAGE)
                .leftJoin(TEMPLATE)
                .on(TEMPLATE.ID.eq(MESSAGE.TEMPLATE_ID))
                .leftJoin(MESSAGE_LINE)
                .on(MESSAGE_LINE.BRAND_ID.eq(MESSAGE.BRAND_ID).and(MESSAGE_LINE.CHANNEL.eq(MESSAGE.CHANNEL)))
                .where(which)
                .orderBy(MESSAGE.ASKED_AT.desc())
                .limit(most)
                .fetch(row -> message(row, locale));
    }

    private CustomerMessage message(Record row, Locale locale) {
        String state = row.get(MESSAGE.STATE);
        boolean waiting = state.equals("pending");
        String reason = waiting ? row.get(MESSAGE.WAITS) : row.get(MESSAGE.REASON);
        String words = words(state, reason, locale);
        if (waiting && row.get(MESSAGE_LINE.PROBLEM) != null) {
            KeptProblem problem = json.readValue(row.get(MESSAGE_LINE.PROBLEM).data(), KeptProblem.class);
            reason = problem.code();
            words = problem.detail().in(locale);
        }
        return new CustomerMessage(
                Kind.MESSAGE,
                row.get(MESSAGE.KEY),
                Objects.requireNonNullElse(row.get(TEMPLATE.NAME), "–"),
                ChannelKind.of(row.get(MESSAGE.CHANNEL)),
                Purpose.of(row.get(MESSAGE.PURPOSE)),
                row.get(MESSAGE.ASKED_AT),
                state,
                reason,
                words,
                waiting ? row.get(MESSAGE.DUE_AT) : null,
                row.get(MESSAGE.SENT_AT),
                row.get(MESSAGE.DELIVERED_AT),
                row.get(MESSAGE.CLICKED_AT));
    }

    private static @Nullable String words(String state, @Nullable String reason, Locale locale) {
        return switch (state) {
            case "holdout", "withdrawn", "expired" -> Reasons.of(state).in(locale);
            default -> reason == null ? null : Reasons.of(reason).in(locale);
        };
    }

    private List<Record> broadcasts(Brand brand, @Nullable Instant before) {
        Condition which =
                BROADCAST.BRAND_ID.eq(brand.id().value()).and(BROADCAST.STATE.notIn("draft", "planning", "failed"));
        return List.copyOf(database.select(BROADCAST.fields())
                .select(PLANNED)
                .from(BROADCAST)
                .where(before == null ? which : which.and(PLANNED.lt(before)))
                .orderBy(PLANNED.desc(), BROADCAST.ID.desc())
                .limit(BROADCASTS)
                .fetch());
    }

    private List<CustomerMessage> concerning(List<Record> broadcasts, Integer[] numbers, Locale locale) {
        Long[] ids = broadcasts.stream().map(row -> row.get(BROADCAST.ID)).toArray(Long[]::new);
        Map<Long, Record> recipients = new HashMap<>();
        database.selectFrom(RECIPIENT)
                .where(RECIPIENT.BROADCAST_ID.eq(DSL.any(ids)))
                .and(RECIPIENT.CUSTOMER_NO.eq(DSL.any(numbers)))
                .forEach(row -> recipients.merge(
                        row.getBroadcastId(),
                        row,
                        // Of two numbers that are one person, the one that was not let go tells what happened.
                        (one, other) -> "merged".equals(one.get(RECIPIENT.REASON)) ? other : one));
        List<CustomerMessage> found = new ArrayList<>();
        for (Record row : broadcasts) {
            Record recipient = recipients.get(row.get(BROADCAST.ID));
            CustomerMessage one = recipient == null ? leftOut(row, numbers, locale) : received(row, recipient, locale);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    private static CustomerMessage received(Record row, Record recipient, Locale locale) {
        String state = recipient.get(RECIPIENT.STATE);
        Instant held = recipient.get(RECIPIENT.HELD_UNTIL);
        boolean night = state.equals("pending") && held != null;
        String reason = night ? "quiet-hours" : recipient.get(RECIPIENT.REASON);
        return line(
                row,
                state,
                reason,
                words(state, reason, locale),
                night ? held : null,
                recipient.get(RECIPIENT.SENT_AT),
                recipient.get(RECIPIENT.DELIVERED_AT),
                recipient.get(RECIPIENT.CLICKED_AT));
    }

    /// Null when the broadcast did not concern her at all.
    private @Nullable CustomerMessage leftOut(Record row, Integer[] numbers, Locale locale) {
        for (var set : database.select(BROADCAST_SET.KIND, BROADCAST_SET.MEMBERS)
                .from(BROADCAST_SET)
                .where(BROADCAST_SET.BROADCAST_ID.eq(row.get(BROADCAST.ID)))
                .and(BROADCAST_SET.KIND.ne("treated"))
                .fetch()) {
            // Read where they lie: what is asked is one bit of perhaps millions.
            ImmutableRoaringBitmap members = new ImmutableRoaringBitmap(ByteBuffer.wrap(set.value2()));
            for (Integer number : numbers) {
                if (members.contains(number)) {
                    boolean held = set.value1().equals("holdout");
                    String state = held ? "holdout" : "suppressed";
                    String reason = held ? null : set.value1().substring("suppressed:".length());
                    return line(row, state, reason, words(state, reason, locale), null, null, null, null);
                }
            }
        }
        return null;
    }

    private static CustomerMessage line(
            Record row,
            String state,
            @Nullable String reason,
            @Nullable String words,
            @Nullable Instant waitsUntil,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant clickedAt) {
        return new CustomerMessage(
                Kind.BROADCAST,
                Long.toString(row.get(BROADCAST.ID)),
                row.get(BROADCAST.NAME),
                ChannelKind.of(row.get(BROADCAST.CHANNEL)),
                Purpose.of(row.get(BROADCAST.PURPOSE)),
                row.get(PLANNED),
                state,
                reason,
                words,
                waitsUntil,
                sentAt,
                deliveredAt,
                clickedAt);
    }
}
