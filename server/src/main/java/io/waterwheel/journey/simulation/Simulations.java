package io.waterwheel.journey.simulation;

import io.waterwheel.access.Brand;
import io.waterwheel.journey.language.EventGoal;
import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.journey.language.OnDay;
import io.waterwheel.journey.language.OnEvent;
import io.waterwheel.journey.language.OnRequest;
import io.waterwheel.journey.language.OnSchedule;
import io.waterwheel.journey.language.OnSegment;
import io.waterwheel.journey.language.UntilEvent;
import io.waterwheel.journey.saved.Occasions;
import io.waterwheel.journey.saved.PublishedJourney;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.CustomerQuestions;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.segment.language.PropertyFilter;
import io.waterwheel.segment.language.SegmentCondition;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Sends the brand's own past through a draft. The events come from the warehouse, customer by customer; how
/// many are looked at is limited, and said.
@Component
public class Simulations {

    private static final int MOST_EVENTS = 300_000;
    private static final int MOST_JUDGED = 5_000;
    private static final int MOST_ENTRANTS = 50_000;
    private static final String SEPARATOR = "\u001f";
    private static final Field<Integer> CUSTOMER = DSL.field(DSL.name("customer_no"), Integer.class);
    private static final Field<Long> AT = DSL.field("epoch_us({0})", Long.class, DSL.field(DSL.name("at")));
    private static final Field<String> NAME = DSL.field(DSL.name("name"), String.class);

    private final Warehouse warehouse;
    private final CustomerQuestions questions;
    private final InstantSource clock;

    Simulations(Warehouse warehouse, CustomerQuestions questions, InstantSource clock) {
        this.warehouse = warehouse;
        this.questions = questions;
        this.clock = clock;
    }

    /// @param days how far back, 1 … 90
    public SimulationCounts simulate(Brand brand, JourneyDefinition definition, int days) {
        Instant until = clock.instant();
        Instant from = until.minus(Duration.ofDays(days));
        PublishedJourney journey = PublishedJourney.of(0, 0, definition);
        Judge judge = new Judge(brand);
        Simulation simulation = new Simulation(journey, brand.zone(), judge::meets, from, until);
        Map<Integer, List<Instant>> occasions = occasions(brand, definition, from, until);
        boolean complete = warehouse.read(context -> read(context, brand, journey, simulation, occasions, from));
        // Who did nothing, and was let in by time.
        occasions.forEach((customer, times) -> simulation.customer(customer, times, List.of()));
        return simulation.counts(complete && judge.complete());
    }

    /// Judges some thousand times and no more: then a condition counts as not met.
    private final class Judge {

        private final Brand brand;
        private final Map<Integer, Map<Condition, Boolean>> known = new HashMap<>();
        private int judged;

        Judge(Brand brand) {
            this.brand = brand;
        }

        boolean meets(int customer, Condition condition) {
            return known.computeIfAbsent(customer, _ -> new HashMap<>())
                    .computeIfAbsent(condition, _ -> judged++ < MOST_JUDGED && ask(customer, condition));
        }

        private boolean ask(int customer, Condition condition) {
            try {
                return questions.meets(brand, new CustomerNo(customer), condition);
            } catch (Problem gone) {
                return false;
            }
        }

        boolean complete() {
            return judged <= MOST_JUDGED;
        }
    }

    private Map<Integer, List<Instant>> occasions(
            Brand brand, JourneyDefinition definition, Instant from, Instant until) {
        Map<Integer, List<Instant>> occasions = new TreeMap<>();
        Instant at = Occasions.next(definition.trigger(), from, brand);
        while (at != null && !at.isAfter(until) && occasions.size() < MOST_ENTRANTS) {
            Condition who = switch (definition.trigger()) {
                case OnSchedule schedule -> new SegmentCondition(schedule.segment());
                case OnDay day -> Occasions.who(day, brand.dayOf(at));
                case OnEvent _, OnSegment _, OnRequest _ ->
                    throw new IllegalStateException("only these have their time");
            };
            RoaringBitmap members = questions.members(brand, who);
            Instant time = at;
            members.forEach((int customer) -> {
                if (occasions.size() < MOST_ENTRANTS) {
                    occasions.computeIfAbsent(customer, _ -> new ArrayList<>()).add(time);
                }
            });
            at = Occasions.next(definition.trigger(), at, brand);
        }
        return occasions;
    }

    /// @return whether all of it was read
    private static boolean read(
            DSLContext context,
            Brand brand,
            PublishedJourney journey,
            Simulation simulation,
            Map<Integer, List<Instant>> occasions,
            Instant from) {
        Set<String> names = new LinkedHashSet<>(journey.awaited());
        journey.lettingIn().ifPresent(names::add);
        if (names.isEmpty()) {
            return true;
        }
        List<String> paths = paths(journey.definition());
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(CUSTOMER, AT, NAME));
        for (int i = 0; i < paths.size(); i++) {
            columns.add(DSL.field(
                            "array_to_string({0}[{1}], {2})",
                            String.class,
                            DSL.field(DSL.name("properties")),
                            DSL.val(paths.get(i)),
                            DSL.inline(SEPARATOR))
                    .as("p" + i));
        }
        int read = 0;
        int customer = 0;
        List<PastEvent> past = new ArrayList<>();
        try (var rows = context.select(columns)
                .from(DSL.table(DSL.name("event")))
                .where(DSL.field(DSL.name("brand_id"), Short.class)
                        .eq(brand.id().value()))
                .and(NAME.in(names))
                .and(CUSTOMER.isNotNull())
                .and(DSL.field(DSL.name("at"), LocalDateTime.class)
                        .ge(DSL.inline(LocalDateTime.ofInstant(from, ZoneOffset.UTC))))
                .orderBy(CUSTOMER, DSL.field(DSL.name("at")), DSL.field(DSL.name("position")))
                .limit(MOST_EVENTS)
                .fetchLazy()) {
            for (Record row : rows) {
                read++;
                int next = row.get(0, Integer.class);
                if (next != customer && customer != 0) {
                    simulation.customer(customer, times(occasions, customer), past);
                    past.clear();
                }
                customer = next;
                past.add(event(row, paths));
            }
        }
        if (customer != 0) {
            simulation.customer(customer, times(occasions, customer), past);
        }
        return read < MOST_EVENTS;
    }

    private static List<Instant> times(Map<Integer, List<Instant>> occasions, int customer) {
        List<Instant> times = occasions.remove(customer);
        return times == null ? List.of() : times;
    }

    private static PastEvent event(Record row, List<String> paths) {
        Map<String, List<String>> properties = new LinkedHashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            String values = row.get(3 + i, String.class);
            if (values != null) {
                properties.put(paths.get(i), Arrays.asList(values.split(SEPARATOR)));
            }
        }
        long micros = row.get(1, Long.class);
        return new PastEvent(
                row.get(2, String.class),
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000),
                properties);
    }

    /// The properties a definition asks for.
    private static List<String> paths(JourneyDefinition definition) {
        Stream<EventFilter> waits = definition.nodes().stream()
                .filter(node -> node.step() instanceof UntilEvent)
                .map(node -> ((UntilEvent) node.step()).event());
        Stream<EventFilter> trigger =
                definition.trigger() instanceof OnEvent(EventFilter event) ? Stream.of(event) : Stream.empty();
        Stream<EventFilter> goal =
                definition.goal() instanceof EventGoal reached ? Stream.of(reached.event()) : Stream.empty();
        PublishedJourney journey = PublishedJourney.of(0, 0, definition);
        Set<String> paths = new LinkedHashSet<>(Stream.of(waits, trigger, goal, journey.exitEvents().stream())
                .flatMap(filters -> filters)
                .flatMap(filter -> filter.where().stream())
                .map(PropertyFilter::property)
                .toList());
        if (definition.reentry().key() != null) {
            paths.add(definition.reentry().key());
        }
        if (definition.trigger() instanceof OnSegment) {
            paths.add("segment");
        }
        return List.copyOf(paths);
    }
}
