package io.waterwheel.segment.engine;

import static java.util.Objects.requireNonNull;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.segment.engine.NaiveEvaluator.Person;
import io.waterwheel.segment.engine.NaiveEvaluator.Purchase;
import io.waterwheel.segment.language.TouchpointChannel;
import io.waterwheel.testing.TestEvents;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// Puts random people on the real log as they would come: every event late and in any order, some of them told
/// twice, some people under two names of which it turns out that they are one, and some of these taken apart again.
final class LoggedWorld {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> DOINGS = List.of("Product Viewed", "Product Reviewed", "Cart Viewed", "Slept");

    private final Random random;
    private final EventLog log;
    private final Tags tags;
    private final Brand brand;
    private final Brand other;
    private final Map<String, Tag> byId = new LinkedHashMap<>();

    /// @param other a brand that knows some of the same people
    LoggedWorld(Random random, EventLog log, Tags tags, Brand brand, Brand other) {
        this.random = random;
        this.log = log;
        this.tags = tags;
        this.brand = brand;
        this.other = other;
    }

    /// Four tags of the brand, two of which exclude each other; their ids.
    List<String> tags() {
        var group = tags.createGroup(brand, "any", false, false).id();
        var single = tags.createGroup(brand, "one", true, false).id();
        for (Tag tag : List.of(
                tags.create(brand, group, "a", TagKind.PLAIN),
                tags.create(brand, group, "b", TagKind.NUMBER),
                tags.create(brand, single, "c", TagKind.PLAIN),
                tags.create(brand, single, "d", TagKind.PLAIN))) {
            byId.put(tag.id().toString(), tag);
        }
        return List.copyOf(byId.keySet());
    }

    /// @return every number that anybody was ever written under
    List<CustomerNo> live(List<Person> people, Instant now) {
        List<NewEvent> events = new ArrayList<>();
        people.forEach(person -> history(person, events));
        Collections.shuffle(events, random);
        List<CustomerNo> numbers = new ArrayList<>(append(events));
        for (Person person : people) {
            person.tags().forEach(tag -> tag(numbers.get(person.number() % numbers.size()), tag, now));
        }
        numbers.addAll(becomeOne(people, now));
        return numbers;
    }

    private void history(Person person, List<NewEvent> events) {
        Identifier first = new Identifier(IdentifierKind.USER_ID, "u" + person.number());
        Identifier second = new Identifier(IdentifierKind.PHONE, phone(person));
        Supplier<Subject> who = () -> TestEvents.identified(random.nextInt(3) == 0 ? second : first);
        Map<String, String> told = new HashMap<>(person.texts());
        if (person.birthday() != null) {
            told.put("birthday", person.birthday().toString());
        }
        told.forEach((name, value) -> events.add(event(
                who.get(), EventNames.IDENTIFIED, person.firstSeen(), JSON.writeValueAsString(Map.of(name, value)))));
        events.add(event(who.get(), "Page Viewed", person.lastSeen(), "{}"));
        Instant member = person.memberSince();
        if (member != null) {
            events.add(event(
                    TestEvents.identified(first, new Identifier(IdentifierKind.MEMBER_NO, "m" + person.number())),
                    EventNames.IDENTIFIED,
                    member,
                    "{}"));
        }
        touchpoints(person, first, who, events);
        for (int i = random.nextInt(4); i > 0; i--) {
            events.add(event(
                    who.get(),
                    DOINGS.get(random.nextInt(DOINGS.size())),
                    person.lastSeen().minus(Duration.ofDays(random.nextInt(120))),
                    "{}"));
        }
        person.events().stream()
                // Orders come with all that belongs to them, below.
                .filter(one -> !one.name().equals(EventNames.ORDER_COMPLETED))
                .forEach(one ->
                        events.add(event(who.get(), one.name(), one.at(), JSON.writeValueAsString(one.properties()))));
        for (Purchase order : person.orders()) {
            String properties = sold("o" + events.size(), order);
            events.add(event(who.get(), EventNames.ORDER_COMPLETED, order.at(), properties));
            if (random.nextInt(5) == 0) {
                // The same order from another system counts once.
                events.add(
                        event(who.get(), EventNames.ORDER_COMPLETED, order.at().plusSeconds(1), properties));
            }
        }
        for (Purchase refund : person.refunds()) {
            events.add(event(who.get(), EventNames.ORDER_REFUNDED, refund.at(), sold("r" + events.size(), refund)));
        }
        if (random.nextInt(3) == 0) {
            events.add(TestEvents.order(
                    other, TestEvents.identified(second), "x" + events.size(), "9.00", person.lastSeen()));
        }
        if (random.nextInt(6) == 0) {
            events.add(TestEvents.order(brand, Subject.NOBODY, "n" + events.size(), "7.00", person.lastSeen()));
        }
    }

    private void touchpoints(Person person, Identifier first, Supplier<Subject> who, List<NewEvent> events) {
        person.guides().forEach((guide, lasts) -> friendship(person, who, guide, lasts, events));
        person.touches().forEach((channel, touch) -> {
            switch (channel) {
                case WECOM -> friendship(person, who, "", touch.works(), events);
                case EMAIL -> {
                    events.add(event(
                            TestEvents.identified(
                                    first, new Identifier(IdentifierKind.EMAIL, phone(person) + "@example.com")),
                            EventNames.IDENTIFIED,
                            person.firstSeen(),
                            "{}"));
                    if (!touch.works()) {
                        events.add(event(
                                TestEvents.identified(first),
                                EventNames.MESSAGE_FAILED,
                                person.lastSeen(),
                                "{\"channel\": \"email\", \"reason\": \"bounced\"}"));
                    }
                }
                case SMS -> {
                    // The phone number is there anyway.
                }
            }
            Boolean allowed = touch.allowed();
            if (allowed != null) {
                events.add(event(
                        who.get(),
                        allowed ? EventNames.CONSENT_GRANTED : EventNames.CONSENT_WITHDRAWN,
                        person.firstSeen(),
                        "{\"channel\": \"%s\", \"purpose\": \"marketing\"}"
                                .formatted(channel == TouchpointChannel.SMS ? "any" : channel.code())));
            }
        });
    }

    private void friendship(Person person, Supplier<Subject> who, String guide, boolean lasts, List<NewEvent> events) {
        String properties = JSON.writeValueAsString(Map.of("guide", guide));
        events.add(event(who.get(), EventNames.FRIEND_ADDED, person.firstSeen(), properties));
        if (!lasts) {
            events.add(event(
                    who.get(), EventNames.FRIEND_REMOVED, person.firstSeen().plusSeconds(9), properties));
        }
    }

    private static String sold(String number, Purchase purchase) {
        Map<String, Object> order = new HashMap<>();
        order.put("order_id", number);
        order.put("total", BigDecimal.valueOf(purchase.amount(), 2));
        order.put("channel", purchase.channel());
        if (purchase.store() != null) {
            order.put("store", purchase.store());
        }
        order.put(
                "products",
                purchase.lines().stream()
                        .map(line -> {
                            Map<String, Object> told = new HashMap<>();
                            told.put("product_id", line.product());
                            told.put("category", line.category());
                            told.put("quantity", line.quantity());
                            told.put("price", BigDecimal.valueOf(line.amount(), 2));
                            return told;
                        })
                        .toList());
        return JSON.writeValueAsString(order);
    }

    /// A third of the people turn out to be one person each under their two names; of every third it was not true.
    private List<CustomerNo> becomeOne(List<Person> people, Instant now) {
        List<CustomerNo> numbers = new ArrayList<>();
        for (Person person : people) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            Identifier user = new Identifier(IdentifierKind.USER_ID, "u" + person.number());
            Identifier phone = new Identifier(IdentifierKind.PHONE, phone(person));
            List<CustomerNo> apart = append(List.of(seen(user, now), seen(phone, now)));
            append(List.of(
                    event(TestEvents.identified(user, phone), EventNames.IDENTIFIED, now.minusSeconds(7), "{}")));
            if (random.nextInt(3) == 0 && !apart.getFirst().equals(apart.getLast())) {
                int low = Math.min(apart.getFirst().value(), apart.getLast().value());
                int high = Math.max(apart.getFirst().value(), apart.getLast().value());
                append(List.of(event(
                        new Subject.Known(apart.getFirst()),
                        EventNames.DIFFERENT_PEOPLE_CONFIRMED,
                        now,
                        "{\"low\": %d, \"high\": %d, \"by\": \"test\"}".formatted(low, high))));
            }
            numbers.addAll(apart);
        }
        return numbers;
    }

    private NewEvent seen(Identifier who, Instant now) {
        return event(TestEvents.identified(who), "Page Viewed", now.minus(Duration.ofHours(random.nextInt(48))), "{}");
    }

    private void tag(CustomerNo customer, String id, Instant now) {
        Tag tag = requireNonNull(byId.get(id));
        String value = tag.kind() == TagKind.NUMBER ? "5" : null;
        Instant at = now.minus(Duration.ofHours(random.nextInt(100)));
        List<TagChange> changes = new ArrayList<>();
        changes.add(TagChange.added(customer, tag, value, at, TagOrigin.MANUAL, "op", "on-" + id + "-" + customer));
        if (random.nextInt(4) == 0) {
            Instant off = at.plusSeconds(random.nextInt(3) - 1);
            changes.add(TagChange.removed(customer, tag, off, TagOrigin.MANUAL, "op", "off-" + id + "-" + customer));
        }
        Collections.shuffle(changes, random);
        tags.append(brand, changes);
    }

    private List<CustomerNo> append(List<NewEvent> events) {
        List<CustomerNo> numbers = new ArrayList<>();
        for (Appended appended : log.append(events)) {
            if (appended instanceof Appended.Written(long _, CustomerNo customer) && customer != null) {
                numbers.add(customer);
            }
        }
        return numbers;
    }

    private NewEvent event(Subject who, String name, Instant at, String properties) {
        return TestEvents.event(brand, who, name, at, properties);
    }

    private String phone(Person person) {
        return "167%03d%05d".formatted(brand.id().value(), person.number());
    }
}
