package io.waterwheel.simulator.town;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every delivery as it was made, in order, and each person's own.
public final class Inboxes {
    /// WeCom counts calendar months in Beijing time.
    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final List<Received> deliveries = new ArrayList<>();
    private final Map<String, List<Received>> byPerson = new HashMap<>();
    private int unclaimedMail;

    public List<Received> deliveries() {
        return Collections.unmodifiableList(deliveries);
    }

    public List<Received> of(String person) {
        return Collections.unmodifiableList(byPerson.getOrDefault(person, List.of()));
    }

    public Optional<Received> find(String person, String messageKey) {
        return of(person).stream()
                .filter(received -> received.message().key().equals(messageKey))
                .findFirst();
    }

    /// How many mass messages the person has had in that month.
    public int massMessages(String person, YearMonth month) {
        return (int) of(person).stream()
                .filter(received -> received.message().channel() == Channel.WECOM)
                .filter(received -> monthOf(received.at()).equals(month))
                .count();
    }

    /// How many moments of the corp the person could see in that month.
    public int moments(String person, YearMonth month) {
        return (int) of(person).stream()
                .filter(received -> received.message().channel() == Channel.MOMENT)
                .filter(received -> monthOf(received.at()).equals(month))
                .count();
    }

    public static YearMonth monthOf(long millis) {
        return YearMonth.from(Instant.ofEpochMilli(millis).atZone(BEIJING));
    }

    /// Letters that were accepted for addresses nobody here has.
    public int unclaimedMail() {
        return unclaimedMail;
    }

    void deliver(String person, Message message, long at) {
        var received = new Received(person, message, at);
        deliveries.add(received);
        byPerson.computeIfAbsent(person, id -> new ArrayList<>()).add(received);
    }

    void countUnclaimedMail() {
        unclaimedMail++;
    }
}
