package io.waterwheel.intake.eventcatalogue;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.LoggedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// What a batch of events says of the catalogue, gathered before anything is written: what is counted by the
/// thousand becomes one row a name, a source, a property.
final class Tally {

    /// Of a name within one batch all are looked at up to here, then only every sixteenth: a flood of one kind
    /// teaches nothing that its beginning did not.
    private static final int EXAMINED_FIRST = 100;

    private static final int THEN_EVERY = 16;
    private static final int EXAMPLES_MOST = 5;

    private final PropertyWalk walk;
    private final SharedValues values;
    private final Function<LoggedEvent, LocalDate> day;

    /// Ordered, so that two nodes would lock rows in the same order.
    private final Map<Key, Name> names = new TreeMap<>();

    Tally(PropertyWalk walk, SharedValues values, Function<LoggedEvent, LocalDate> day) {
        this.walk = walk;
        this.values = values;
        this.day = day;
    }

    record Key(short brand, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return brand != other.brand ? Short.compare(brand, other.brand) : name.compareTo(other.name);
        }
    }

    /// How often, first and last.
    static final class Span {

        long events;
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;

        void add(Instant at) {
            events++;
            first = at.isBefore(first) ? at : first;
            last = at.isAfter(last) ? at : last;
        }
    }

    /// One day's counts.
    static final class Day {
        long events;
        long examined;
    }

    /// One property.
    static final class Property {

        final Span span = new Span();
        final Map<LocalDate, Map<PropertyType, Long>> types = new TreeMap<>();
        final Set<String> examples = new HashSet<>();
        boolean personal;
    }

    /// One name of one brand.
    static final class Name {

        final Span span = new Span();
        final Map<String, Span> sources = new TreeMap<>();
        final Map<LocalDate, Day> days = new TreeMap<>();
        final Map<String, Property> properties = new TreeMap<>();
    }

    Map<Key, Name> names() {
        return names;
    }

    void add(LoggedEvent event) {
        Name name = names.computeIfAbsent(new Key(event.brand().value(), event.name()), key -> new Name());
        LocalDate today = day.apply(event);
        name.span.add(event.receivedAt());
        name.sources.computeIfAbsent(event.source(), source -> new Span()).add(event.receivedAt());
        Day counts = name.days.computeIfAbsent(today, date -> new Day());
        counts.events++;
        if (name.span.events <= EXAMINED_FIRST || name.span.events % THEN_EVERY == 0) {
            counts.examined++;
            examine(event, name, today);
        }
    }

    private void examine(LoggedEvent event, Name name, LocalDate today) {
        Map<String, PropertyType> first = new HashMap<>();
        walk.walk(event.properties(), (path, type, value, personal) -> {
            Property property = name.properties.computeIfAbsent(path, absent -> new Property());
            property.personal |= personal;
            // A property of an order's lines is filled once an event, however many lines there are.
            if (first.putIfAbsent(path, type) == null) {
                property.span.add(event.receivedAt());
                property.types
                        .computeIfAbsent(today, date -> new EnumMap<>(PropertyType.class))
                        .merge(type, 1L, Long::sum);
            }
            if (value != null && !personal && event.customer() != null && property.examples.size() < EXAMPLES_MOST) {
                BrandId brand = event.brand();
                if (values.shared(brand, event.name(), path, value, event.customer())) {
                    property.examples.add(value);
                }
            }
        });
    }
}
