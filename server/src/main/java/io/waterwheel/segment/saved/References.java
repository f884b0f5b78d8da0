package io.waterwheel.segment.saved;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.Tags;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.language.AiplCondition;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.AnniversaryCondition;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.EventsCondition;
import io.waterwheel.segment.language.Fault;
import io.waterwheel.segment.language.InvalidDefinition;
import io.waterwheel.segment.language.LifecycleCondition;
import io.waterwheel.segment.language.ListCondition;
import io.waterwheel.segment.language.Names;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.Or;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.language.RfmCondition;
import io.waterwheel.segment.language.SegmentCondition;
import io.waterwheel.segment.language.SequenceCondition;
import io.waterwheel.segment.language.ShareCondition;
import io.waterwheel.segment.language.TagCondition;
import io.waterwheel.segment.language.TouchpointCondition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What definitions refer to: the brand's tags, its other segments and its lists.
@Component
public class References {

    /// Where a definition stands in a request.
    public static final String POINTER = "/definition";

    private final Tags tags;
    private final SegmentRows rows;
    private final ListNames lists;

    References(Tags tags, SegmentRows rows, ListNames lists) {
        this.tags = tags;
        this.rows = rows;
        this.lists = lists;
    }

    /// Whoever deletes what definitions refer to holds this until the end of the transaction, so that nobody refers to
    /// it
    /// meanwhile.
    public void lock(Brand brand) {
        rows.lockReferences(brand);
    }

    /// What the brand's tags, segments and lists are called now.
    public Names names(Brand brand) {
        Map<String, String> ofTags = tags.groups(brand.id()).stream()
                .flatMap(group -> group.tags().stream())
                .collect(Collectors.toMap(tag -> tag.id().toString(), tag -> tag.name()));
        Map<String, String> ofSegments = rows.names(brand);
        Map<String, String> ofLists = lists.names(brand);
        return new Names() {
            @Override
            public Optional<String> tag(String id) {
                return Optional.ofNullable(ofTags.get(id));
            }

            @Override
            public Optional<String> segment(String id) {
                return Optional.ofNullable(ofSegments.get(id));
            }

            @Override
            public Optional<String> list(String id) {
                return Optional.ofNullable(ofLists.get(id));
            }
        };
    }

    /// That everything the definition refers to is there, and no segment would contain itself.
    ///
    /// @param itself  the segment that is to be defined so; null when it is a new one, or none
    /// @throws InvalidDefinition naming all wrong places
    public void check(Brand brand, Condition definition, @Nullable SegmentId itself) {
        Map<String, Condition> segments = new HashMap<>();
        Function<String, Optional<Condition>> find = id -> {
            if (!segments.containsKey(id)) {
                rows.definition(brand, id).ifPresent(known -> segments.put(id, known));
            }
            return Optional.ofNullable(segments.get(id));
        };
        List<InvalidDefinition.Place> places = new ArrayList<>();
        visit(definition, POINTER, (condition, place) -> {
            switch (condition) {
                case TagCondition asked -> {
                    for (int i = 0; i < asked.tags().size(); i++) {
                        if (tags.find(brand.id(), TagId.of(asked.tags().get(i))).isEmpty()) {
                            places.add(InvalidDefinition.Place.of(place + "/tags/" + i, Fault.UNKNOWN_TAG, ""));
                        }
                    }
                }
                case SegmentCondition(String id) -> segment(brand, id, place + "/segment", itself, find, places);
                case ListCondition(String id) -> list(brand, id, place + "/list", places);
                case And _,
                        Or _,
                        Not _,
                        AttributeCondition _,
                        AnniversaryCondition _,
                        OrdersCondition _,
                        TouchpointCondition _,
                        RfmCondition _,
                        LifecycleCondition _,
                        AiplCondition _,
                        EventsCondition _,
                        SequenceCondition _,
                        ShareCondition _ -> {
                    // refers to nothing
                }
            }
        });
        if (!places.isEmpty()) {
            throw new InvalidDefinition(places);
        }
    }

    private void list(Brand brand, String id, String place, List<InvalidDefinition.Place> places) {
        Boolean ready = lists.ready(brand).get(id);
        if (ready == null) {
            places.add(InvalidDefinition.Place.of(place, Fault.UNKNOWN_LIST, ""));
        } else if (!ready) {
            places.add(InvalidDefinition.Place.of(place, Fault.LIST_NOT_READY, ""));
        }
    }

    private void segment(
            Brand brand,
            String id,
            String place,
            @Nullable SegmentId itself,
            Function<String, Optional<Condition>> find,
            List<InvalidDefinition.Place> places) {
        List<String> way = new ArrayList<>();
        if (find.apply(id).isEmpty()) {
            places.add(InvalidDefinition.Place.of(place, Fault.UNKNOWN_SEGMENT, ""));
        } else if (itself != null && leads(id, itself.toString(), find, way, new LinkedHashSet<>())) {
            places.add(InvalidDefinition.Place.of(place, Fault.CYCLE, named(brand, way)));
        }
    }

    /// Whether one segment is another or contains it, however far down.
    ///
    /// @param way is lengthened by the segments from the one to the other
    private static boolean leads(
            String from, String to, Function<String, Optional<Condition>> find, List<String> way, Set<String> seen) {
        way.add(from);
        if (from.equals(to)) {
            return true;
        }
        if (seen.add(from)) {
            for (String next : find.apply(from).map(References::segments).orElse(Set.of())) {
                if (leads(next, to, find, way, seen)) {
                    return true;
                }
            }
        }
        way.removeLast();
        return false;
    }

    private String named(Brand brand, List<String> way) {
        Map<String, String> names = rows.names(brand);
        return way.stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.joining(" → "));
    }

    /// Every tag the answer hangs on: those of the definition and of the segments it refers to, by id.
    public Set<String> tagsBelow(Brand brand, Condition definition) {
        Set<String> tagsBelow = new LinkedHashSet<>(tags(definition));
        Set<String> seen = new LinkedHashSet<>(segments(definition));
        Deque<String> left = new ArrayDeque<>(seen);
        while (!left.isEmpty()) {
            rows.definition(brand, left.removeFirst()).ifPresent(inner -> {
                tagsBelow.addAll(tags(inner));
                segments(inner).stream().filter(seen::add).forEach(left::add);
            });
        }
        return tagsBelow;
    }

    /// The segments a definition refers to, by id.
    public static Set<String> segments(Condition definition) {
        Set<String> segments = new LinkedHashSet<>();
        visit(definition, "", (condition, place) -> {
            if (condition instanceof SegmentCondition(String id)) {
                segments.add(id);
            }
        });
        return segments;
    }

    /// The static lists a definition refers to, by id.
    public static Set<String> lists(Condition definition) {
        Set<String> lists = new LinkedHashSet<>();
        visit(definition, "", (condition, place) -> {
            if (condition instanceof ListCondition(String id)) {
                lists.add(id);
            }
        });
        return lists;
    }

    /// The tags a definition refers to, by id.
    public static Set<String> tags(Condition definition) {
        Set<String> tags = new LinkedHashSet<>();
        visit(definition, "", (condition, place) -> {
            if (condition instanceof TagCondition asked) {
                tags.addAll(asked.tags());
            }
        });
        return tags;
    }

    /// Is told each condition and where it stands.
    @FunctionalInterface
    private interface Visitor {
        void at(Condition condition, String pointer);
    }

    private static void visit(Condition condition, String pointer, Visitor visitor) {
        visitor.at(condition, pointer);
        switch (condition) {
            case And(List<Condition> all) -> members(all, pointer, visitor);
            case Or(List<Condition> any) -> members(any, pointer, visitor);
            case Not(Condition inner) -> visit(inner, pointer + "/condition", visitor);
            case AttributeCondition _,
                    AnniversaryCondition _,
                    TagCondition _,
                    OrdersCondition _,
                    TouchpointCondition _,
                    RfmCondition _,
                    LifecycleCondition _,
                    AiplCondition _,
                    SegmentCondition _,
                    EventsCondition _,
                    SequenceCondition _,
                    ListCondition _,
                    ShareCondition _ -> {
                // has no members
            }
        }
    }

    private static void members(List<Condition> conditions, String pointer, Visitor visitor) {
        for (int i = 0; i < conditions.size(); i++) {
            visit(conditions.get(i), pointer + "/conditions/" + i, visitor);
        }
    }
}
