package io.waterwheel.simulator.control;

import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Person;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds people by a part of any name they go by.
public final class CustomerSearch {
    private CustomerSearch() {}

    /// Runs in the town's turn.
    public static List<Person> find(Town town, String query, int most) {
        var wanted = query.strip().toLowerCase(Locale.ROOT);
        return town.world().people().stream()
                .filter(person -> wanted.isEmpty() || matches(person, wanted))
                .limit(most)
                .toList();
    }

    private static boolean matches(Person person, String wanted) {
        return Stream.of(person.id(), person.name())
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted))
                || contains(person.externalUserid(), wanted)
                || contains(person.email(), wanted)
                || contains(person.shopUserId(), wanted);
    }

    private static boolean contains(@Nullable String value, String wanted) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
