package io.waterwheel.journey.people;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.RelationFacts;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.segment.Segments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Finds out who is meant by an invitation.
@Component
class InvitedPeople {

    /// As what a line is read that is no customer number, the first that finds somebody.
    private static final List<IdentifierKind> KINDS =
            List.of(IdentifierKind.MEMBER_NO, IdentifierKind.PHONE, IdentifierKind.EMAIL, IdentifierKind.USER_ID);

    private static final int LONGEST_NUMBER = 9;
    private static final int SHOWN = 20;

    private final Customers customers;
    private final Segments segments;

    InvitedPeople(Customers customers, Segments segments) {
        this.customers = customers;
        this.segments = segments;
    }

    /// @param customers customers of the brand, each by the number they have now
    /// @param unknown   how many lines or numbers nobody is found by
    /// @param unfound   some of these lines
    record Found(RoaringBitmap customers, long unknown, List<String> unfound) {}

    Found find(Brand brand, Invited whom) {
        return switch (whom) {
            case Invited.Segment(var segment) -> new Found(segments.members(brand, segment), 0, List.of());
            case Invited.Numbers(var numbers) -> {
                Map<CustomerNo, CustomerNo> known = known(brand, numbers);
                yield new Found(
                        set(known.values()),
                        numbers.stream().filter(no -> !known.containsKey(no)).count(),
                        List.of());
            }
            case Invited.Written(var lines) -> written(brand, lines);
        };
    }

    private Found written(Brand brand, List<String> lines) {
        Map<String, CustomerNo> meant = new HashMap<>();
        lines.forEach(line -> {
            CustomerNo number = number(line);
            if (number != null) {
                meant.put(line, number);
            }
        });
        drop(meant, known(brand, meant.values()));
        for (IdentifierKind kind : KINDS) {
            Map<String, CustomerNo> found = named(brand, kind, lines, meant.keySet());
            drop(found, known(brand, found.values()));
            meant.putAll(found);
        }
        List<String> unfound =
                lines.stream().filter(line -> !meant.containsKey(line)).toList();
        return new Found(set(meant.values()), unfound.size(), unfound.subList(0, Math.min(SHOWN, unfound.size())));
    }

    private Map<String, CustomerNo> named(Brand brand, IdentifierKind kind, List<String> lines, Set<String> done) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            if (!done.contains(line)) {
                try {
                    values.put(line, new Identifier(kind, line).value());
                } catch (IllegalArgumentException nothingLeft) {
                    continue;
                }
            }
        }
        Map<String, CustomerNo> found = new HashMap<>();
        var holders = customers.holders(brand.id(), kind, new HashSet<>(values.values()));
        values.forEach((line, value) -> {
            var holder = holders.get(value);
            // One that many have does not say who is meant.
            if (holder != null && !holder.shared()) {
                found.put(line, holder.customer());
            }
        });
        return found;
    }

    private static @Nullable CustomerNo number(String line) {
        boolean digits = line.length() <= LONGEST_NUMBER && line.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits && !line.isEmpty() ? Integer.parseInt(line) : 0;
        return number < 1 ? null : new CustomerNo(number);
    }

    /// The present customer of each number the brand knows.
    private Map<CustomerNo, CustomerNo> known(Brand brand, Collection<CustomerNo> numbers) {
        Map<CustomerNo, CustomerNo> current = customers.current(numbers);
        Set<CustomerNo> asked = numbers.stream()
                .map(number -> current.getOrDefault(number, number))
                .collect(Collectors.toSet());
        Set<CustomerNo> ours = customers.relations(new ArrayList<>(asked)).stream()
                .filter(relation -> relation.brand().equals(brand.id()))
                .map(RelationFacts::customer)
                .collect(Collectors.toSet());
        Map<CustomerNo, CustomerNo> known = new HashMap<>();
        numbers.forEach(number -> {
            CustomerNo now = current.getOrDefault(number, number);
            if (ours.contains(now)) {
                known.put(number, now);
            }
        });
        return known;
    }

    private static void drop(Map<String, CustomerNo> meant, Map<CustomerNo, CustomerNo> known) {
        meant.values().removeIf(number -> !known.containsKey(number));
        meant.replaceAll((_, number) -> known.getOrDefault(number, number));
    }

    private static RoaringBitmap set(Collection<CustomerNo> numbers) {
        RoaringBitmap set = new RoaringBitmap();
        numbers.forEach(number -> set.add(number.value()));
        return set;
    }
}
