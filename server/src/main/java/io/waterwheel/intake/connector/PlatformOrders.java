package io.waterwheel.intake.connector;

import io.waterwheel.intake.collect.Quarantine;
import io.waterwheel.intake.collect.RefusalReason;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.NewEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes a platform's messages, from a push or from a file: good ones into the log, notices that came too early to
/// where they wait, unreadable ones into quarantine. Everything is on disk when it returns, and taking a message again
/// changes nothing.
@Component
public class PlatformOrders {

    private final OrderBook book;
    private final OrderEvents events;
    private final Quarantine quarantine;
    private final EventLog log;
    private final InstantSource clock;

    PlatformOrders(OrderBook book, OrderEvents events, Quarantine quarantine, EventLog log, InstantSource clock) {
        this.book = book;
        this.events = events;
        this.quarantine = quarantine;
        this.log = log;
        this.clock = clock;
    }

    /// @return what became of each, in the order given
    public List<Taken> take(Connection connection, List<PlatformMessage> messages) {
        Instant now = clock.instant();
        Batch batch = new Batch(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            judge(connection, messages.get(i), i, batch, now);
        }
        if (!batch.refused.isEmpty()) {
            quarantine.keep(connection.id(), batch.refused, now);
        }
        if (!batch.heard.isEmpty()) {
            OrderBook.Known known = book.hear(connection, batch.heard);
            append(connection, batch, known, now);
            book.told(connection, known.released());
        }
        return Arrays.asList(batch.taken);
    }

    /// One call's messages on their way.
    private static final class Batch {

        private final Taken[] taken;
        private final List<Quarantine.Refused> refused = new ArrayList<>();
        private final List<OrderBook.Heard> heard = new ArrayList<>();

        /// Which message each of `heard` came with.
        private final List<Integer> from = new ArrayList<>();

        private final List<NewEvent> events = new ArrayList<>();

        /// Which message each of `events` came with, −1 for one that had waited.
        private final List<Integer> of = new ArrayList<>();

        Batch(int messages) {
            taken = new Taken[messages];
        }

        void refuse(int index, PlatformMessage message, RefusalReason reason, String place) {
            taken[index] = new Taken.Refused(reason, place);
            refused.add(new Quarantine.Refused(message.raw(), 0, message.raw().length, reason));
        }

        void add(int index, List<NewEvent> more) {
            events.addAll(more);
            more.forEach(event -> of.add(index));
        }
    }

    private void judge(Connection connection, PlatformMessage message, int index, Batch batch, Instant now) {
        if (message.json() == null) {
            batch.refuse(index, message, RefusalReason.JSON_MALFORMED, "");
            return;
        }
        switch (connection.connector().read(message.json())) {
            case PlatformReading.Irrelevant irrelevant -> batch.taken[index] = new Taken.Irrelevant();
            case PlatformReading.Unreadable(RefusalReason reason, String place) ->
                batch.refuse(index, message, reason, place);
            case PlatformReading.Told(List<OrderNews> news) -> {
                for (OrderNews one : news) {
                    RefusalReason fault = events.fault(connection, one, now);
                    if (fault != null) {
                        batch.refuse(index, message, fault, "");
                        return;
                    }
                }
                for (OrderNews one : news) {
                    batch.heard.add(new OrderBook.Heard(one, message.raw()));
                    batch.from.add(index);
                }
            }
        }
    }

    private void append(Connection connection, Batch batch, OrderBook.Known known, Instant now) {
        for (int i = 0; i < batch.heard.size(); i++) {
            OrderNews news = batch.heard.get(i).news();
            int index = batch.from.get(i);
            List<Identifier> buyer = known.buyers().get(news.number());
            if (buyer == null) {
                batch.taken[index] = new Taken.Waiting();
                continue;
            }
            batch.taken[index] = new Taken.Told(0, 0, 0);
            batch.add(index, events.events(connection, news, subject(connection, news, buyer)));
        }
        known.better()
                .forEach((number, hash) -> batch.add(
                        -1,
                        List.of(events.identified(
                                connection, number, known.buyers().getOrDefault(number, List.of()), hash, now))));
        for (OrderBook.Notice notice : known.released()) {
            batch.add(-1, released(connection, notice, known.buyers().get(notice.number())));
        }
        List<Appended> outcomes = log.append(batch.events);
        for (int i = 0; i < outcomes.size(); i++) {
            int index = batch.of.get(i);
            if (index >= 0
                    && outcomes.get(i) instanceof Appended.Written
                    && batch.taken[index] instanceof Taken.Told(int written, int orders, int refunds)) {
                String name = batch.events.get(i).name();
                batch.taken[index] = new Taken.Told(
                        written + 1,
                        orders + (name.equals(EventNames.ORDER_COMPLETED) ? 1 : 0),
                        refunds + (name.equals(EventNames.ORDER_REFUNDED) ? 1 : 0));
            }
        }
    }

    /// What this message calls the buyer, and what else the order's buyer is known by.
    private static List<Identifier> subject(Connection connection, OrderNews news, List<Identifier> known) {
        Buyer buyer = news.buyer();
        if (buyer == null) {
            return known;
        }
        List<Identifier> subject =
                new ArrayList<>(buyer.identifiers(connection.connector().platform()));
        for (Identifier one : known) {
            if (subject.stream().noneMatch(have -> have.kind() == one.kind())) {
                subject.add(one);
            }
        }
        return subject;
    }

    private List<NewEvent> released(Connection connection, OrderBook.Notice notice, @Nullable List<Identifier> buyer) {
        PlatformMessage message =
                PlatformMessage.of(notice.message().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (message.json() == null
                || buyer == null
                || !(connection.connector().read(message.json()) instanceof PlatformReading.Told(var news))) {
            return List.of();
        }
        return news.stream()
                .filter(one -> one.number().equals(notice.number()))
                .flatMap(one -> events.events(connection, one, buyer).stream())
                .toList();
    }
}
