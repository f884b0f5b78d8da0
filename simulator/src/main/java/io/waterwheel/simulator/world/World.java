package io.waterwheel.simulator.world;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything a test or a demonstration says about its world. Setting one forgets the one before.
///
/// @param secret the application's secret; one access token is valid for it at a time
/// @param callback where events are pushed, or null when nobody listens
/// @param shop where orders are told, or null when nobody counts them
/// @param seed decides every draw: the same world behaves the same way again
public record World(
        String corpId,
        String secret,
        int agentId,
        @Nullable Callback callback,
        List<Department> departments,
        List<Guide> guides,
        List<Person> people,
        Behaviour behaviour,
        @Nullable Shop shop,
        long seed,
        Limits limits,
        List<TagGroup> tagGroups) {

    public World {
        corpId = requireNonNullElse(corpId, "");
        secret = requireNonNullElse(secret, "");
        departments = List.copyOf(requireNonNullElse(departments, List.of()));
        guides = List.copyOf(requireNonNullElse(guides, List.of()));
        people = List.copyOf(requireNonNullElse(people, List.of()));
        behaviour = requireNonNullElse(behaviour, Behaviour.STILL);
        limits = requireNonNullElse(limits, Limits.OF_WECOM);
        tagGroups = List.copyOf(requireNonNullElse(tagGroups, List.of()));
        unique("person id", people.stream().map(Person::id).toList());
        unique("userid", guides.stream().map(Guide::userid).toList());
        unique("external_userid", present(people, Person::externalUserid));
        unique("e-mail", present(people, Person::email));
    }

    /// Nobody lives here: what the simulator holds until it is told otherwise.
    public static World empty() {
        return new World(
                "", "", 0, null, List.of(), List.of(), List.of(), Behaviour.STILL, null, 0, Limits.OF_WECOM, List.of());
    }

    private static List<String> present(List<Person> people, Function<Person, @Nullable String> field) {
        return people.stream()
                .map(field)
                .flatMap(Stream::ofNullable)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void unique(String what, List<String> ids) {
        var seen = new HashSet<String>();
        ids.stream().filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("two entries with one " + what + ": " + id);
        });
    }
}
