package io.waterwheel.simulator.town;

import io.waterwheel.simulator.world.Guide;
import io.waterwheel.simulator.world.Person;
import io.waterwheel.simulator.world.World;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds people and guides by the ids and addresses they go by.
public final class Directory {
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Person> byExternalUserid = new HashMap<>();
    private final Map<String, Person> byEmail = new HashMap<>();
    private final Map<String, Guide> guides = new LinkedHashMap<>();

    Directory(World world) {
        for (var guide : world.guides()) {
            guides.put(guide.userid(), guide);
        }
        for (var person : world.people()) {
            people.put(person.id(), person);
            index(byExternalUserid, person.externalUserid(), person);
            index(byEmail, lower(person.email()), person);
        }
    }

    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public Optional<Person> byExternalUserid(String externalUserid) {
        return Optional.ofNullable(byExternalUserid.get(externalUserid));
    }

    public Optional<Person> byEmail(String address) {
        return Optional.ofNullable(byEmail.get(address.toLowerCase(Locale.ROOT)));
    }

    public Optional<Guide> guide(String userid) {
        return Optional.ofNullable(guides.get(userid));
    }

    void leave(String userid) {
        guides.remove(userid);
    }

    private static void index(Map<String, Person> index, @Nullable String key, Person person) {
        if (key != null) {
            index.put(key, person);
        }
    }

    private static @Nullable String lower(@Nullable String email) {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }
}
