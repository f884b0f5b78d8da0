package io.waterwheel.loyalty.points;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.LogConsumer;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.PastEvents;
import io.waterwheel.kernel.event.Retractions;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.generated.tables.records.OpeningRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Books the points that members had in the system before, as imports tell of them. Of several tellings of one
/// opening the one as of the latest time stands. What was spent of an earlier one is paid from the later, then with
/// other points; the brand bears the rest. What an undone import said counts no longer.
@Component
class Openings implements LogConsumer {

    private static final Logger log = LoggerFactory.getLogger(Openings.class);
    private static final PointsReason REASON = PointsReason.of("opening");
    private static final PointsReason REPLACED = PointsReason.of("opening-replaced");

    private static final Set<String> OPENED = Set.of(EventNames.POINTS_OPENED);
    private static final String KEY = "opening:";
    private static final int UUID_LENGTH = 36;

    /// Of somebody who was named by their number here alone.
    private static final String BY_NUMBER = "customer_no";

    private final PointsLedger ledger;
    private final Customers customers;
    private final Retractions retractions;
    private final PastEvents past;
    private final JsonMapper json;

    Openings(PointsLedger ledger, Customers customers, Retractions retractions, PastEvents past, JsonMapper json) {
        this.ledger = ledger;
        this.customers = customers;
        this.retractions = retractions;
        this.past = past;
        this.json = json;
    }

    @Override
    public String name() {
        return "points-openings";
    }

    /// The ledger's keys are made of the events, so it does no harm that the ledger keeps what it booked when
    /// this transaction fails: the events are read again.
    @Override
    public void consume(DSLContext transaction, List<LoggedEvent> events) {
        List<OpeningRecord> told = openings(events);
        List<LoggedEvent> undone = events.stream()
                .filter(event -> event.name().equals(EventNames.EVENTS_RETRACTED))
                .toList();
        if (told.isEmpty() && undone.isEmpty()) {
            return;
        }
        StandingOpenings standing = StandingOpenings.of(transaction, told);
        List<PointsCommand> commands = new ArrayList<>();
        for (OpeningRecord opening : told) {
            standing.tell(opening).ifPresent(earlier -> {
                // The later one first, so that it can pay what was spent of those before.
                open(commands, opening, opening.getAsOf());
                earlier.forEach(before -> takeBack(commands, before, opening.getAsOf()));
            });
        }
        for (LoggedEvent undo : undone) {
            untell(transaction, undo, events.getLast().position(), standing, commands);
        }
        book(commands);
        standing.write(transaction);
    }

    /// An import was undone: of the customers concerned stands what the others say, as if it had never come.
    private void untell(
            DSLContext transaction,
            LoggedEvent undo,
            long last,
            StandingOpenings standing,
            List<PointsCommand> commands) {
        Set<CustomerNo> gone = retractions.events(undo.position(), OPENED).stream()
                .map(LoggedEvent::writtenUnder)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (gone.isEmpty()) {
            return;
        }
        Map<CustomerNo, CustomerNo> numbers =
                customers.numbers(Set.copyOf(customers.current(gone).values()));
        standing.read(transaction, undo.brand(), numbers.keySet());
        StandingOpenings right = StandingOpenings.none();
        openings(past.of(transaction, undo.brand(), numbers, OPENED, Instant.EPOCH, last + 1))
                .forEach(right::tell);
        for (CustomerNo number : numbers.keySet()) {
            AccountId account = new AccountId(undo.brand(), number);
            OpeningRecord stands = standing.get(account);
            OpeningRecord should = right.get(account);
            if (!Objects.equals(event(stands), event(should))) {
                if (should != null) {
                    // It was booked and taken back before, when the other came.
                    should.setKey(should.getKey() + ":" + undo.position());
                    open(commands, should, undo.at());
                }
                if (stands != null) {
                    takeBack(commands, stands, undo.at());
                }
                standing.set(account, should);
            }
        }
    }

    /// The event that told it; it may come once more after it was undone.
    private static @Nullable String event(@Nullable OpeningRecord opening) {
        return opening == null ? null : opening.getKey().substring(0, KEY.length() + UUID_LENGTH);
    }

    private static void open(List<PointsCommand> commands, OpeningRecord opening, Instant at) {
        if (opening.getPoints() > 0) {
            commands.add(new PointsCommand.Open(
                    occasion(opening, opening.getKey(), at, REASON), new Points(opening.getPoints()), null));
        }
    }

    private static void takeBack(List<PointsCommand> commands, OpeningRecord opening, Instant at) {
        if (opening.getPoints() > 0) {
            commands.add(new PointsCommand.TakeBack(
                    occasion(opening, opening.getKey() + ":replaced", at, REPLACED),
                    opening.getKey(),
                    new Points(opening.getPoints()),
                    DebtRule.OTHERS_THEN_FORGIVE));
        }
    }

    private static Occasion occasion(OpeningRecord about, String key, Instant at, PointsReason reason) {
        return new Occasion(new BrandId(about.getBrandId()), new CustomerNo(about.getOpenedNo()), key, at, reason);
    }

    private List<OpeningRecord> openings(List<LoggedEvent> events) {
        List<OpeningRecord> told = new ArrayList<>();
        for (LoggedEvent event : events) {
            OpeningRecord opening = event.name().equals(EventNames.POINTS_OPENED) ? opening(event) : null;
            if (opening != null) {
                told.add(opening);
            }
        }
        return told;
    }

    private void book(List<PointsCommand> commands) {
        List<Booking> bookings = ledger.book(commands);
        for (int i = 0; i < bookings.size(); i++) {
            if (!(bookings.get(i) instanceof Booking.Booked)) {
                // It shows in the reconciliation of the import.
                log.warn(
                        "points.opening refused key={} why={}",
                        commands.get(i).occasion().key(),
                        bookings.get(i));
            }
        }
    }

    private @Nullable OpeningRecord opening(LoggedEvent event) {
        CustomerNo opened = event.writtenUnder();
        long points = json.readTree(event.properties()).path("points").asLong(-1);
        if (opened == null || points < 0 || points > Points.MOST) {
            return null;
        }
        CustomerNo customer = event.customer() == null ? opened : event.customer();
        return new OpeningRecord(
                event.brand().value(),
                opened.value(),
                customer.value(),
                points,
                event.at(),
                KEY + event.key() + ":" + event.position(),
                event.identifiedBy().stream()
                        .min(Comparator.comparingInt(IdentifierKind::strength))
                        .map(IdentifierKind::code)
                        .orElse(BY_NUMBER));
    }
}
