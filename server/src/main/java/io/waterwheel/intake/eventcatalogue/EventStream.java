package io.waterwheel.intake.eventcatalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// One name's events over the days the catalogue looks back on, as [Drift] needs them.
///
/// @param lastDay    the brand's day of the last one
/// @param days       days without events are left out
/// @param properties by path
record EventStream(
        String name,
        Instant firstAt,
        Instant lastAt,
        LocalDate lastDay,
        Map<LocalDate, Day> days,
        Map<String, Map<LocalDate, Types>> properties) {

    /// @param examined of these, how many had their properties looked at
    record Day(long events, long examined) {

        static final Day NONE = new Day(0, 0);

        Day plus(Day other) {
            return new Day(events + other.events, examined + other.examined);
        }
    }

    /// How often a property was filled, by type.
    record Types(Map<PropertyType, Long> counts) {

        static final Types NONE = new Types(Map.of());

        long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        long of(PropertyType type) {
            return counts.getOrDefault(type, 0L);
        }

        /// The most frequent; of equals the first declared. [PropertyType#TEXT] when there are none.
        PropertyType most() {
            PropertyType most = PropertyType.TEXT;
            for (PropertyType type : PropertyType.values()) {
                most = of(type) > of(most) ? type : most;
            }
            return most;
        }

        Types plus(Types other) {
            Map<PropertyType, Long> sum = new java.util.EnumMap<>(PropertyType.class);
            sum.putAll(counts);
            other.counts.forEach((type, count) -> sum.merge(type, count, Long::sum));
            return new Types(sum);
        }
    }

    /// @param from the first day counted
    /// @param to   the last day counted
    Day between(LocalDate from, LocalDate to) {
        return days.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().isBefore(from) && !entry.getKey().isAfter(to))
                .map(Map.Entry::getValue)
                .reduce(Day.NONE, Day::plus);
    }

    Types between(String property, LocalDate from, LocalDate to) {
        return properties.getOrDefault(property, Map.of()).entrySet().stream()
                .filter(entry ->
                        !entry.getKey().isBefore(from) && !entry.getKey().isAfter(to))
                .map(Map.Entry::getValue)
                .reduce(Types.NONE, Types::plus);
    }
}
