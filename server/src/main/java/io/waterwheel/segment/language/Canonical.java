package io.waterwheel.segment.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One normal form for definitions that obviously mean the same, so that they are recognised and counted once.
///
/// - Leaves ask positively: `is` → `in`, `isNot` → not `in`, `notExists` → not `exists`, `atMost n` of a whole
///   number that everybody has, such as `count` and `sum` → not `atLeast n + 1` (recency keeps both, because
///   customers without orders have none, and pieces may be broken).
/// - What events must meet is folded, sorted and told once; `is` → `in`, `isNot` → `notIn`, a `hasAll` of one → `in`.
/// - Tags are asked for one by one: any of two → one or the other.
/// - Yes-or-no attributes ask `is true`. Values are folded, sorted and told once.
/// - A group inside a group of its kind is taken up by it; members are sorted and told once; a group of one is its
///   member; not (not x) is x.
///
/// It keeps the meaning and is its own normal form: `of(of(x))` equals `of(x)`.
public final class Canonical {

    private Canonical() {}

    /// The same events, asked for in one way.
    public static EventFilter of(EventFilter events) {
        return CanonicalEvents.of(events);
    }

    public static Condition of(Condition condition) {
        return switch (condition) {
            case And and -> group(members(and.conditions(), And.class), true);
            case Or or -> group(members(or.conditions(), Or.class), false);
            case Not not -> opposite(of(not.condition()));
            case AttributeCondition attribute -> leaf(attribute);
            case AnniversaryCondition anniversary -> anniversary;
            case TagCondition tag -> leaf(tag);
            case OrdersCondition orders -> leaf(orders);
            case TouchpointCondition touchpoint -> leaf(touchpoint);
            case RfmCondition rfm -> rfm.canonical();
            case LifecycleCondition lifecycle -> lifecycle.canonical();
            case AiplCondition aipl -> aipl.canonical();
            case SegmentCondition segment -> segment;
            case EventsCondition events -> CanonicalEvents.of(events);
            case SequenceCondition sequence -> CanonicalEvents.of(sequence);
            case ListCondition list -> list;
            case ShareCondition share -> share.whole() ? And.EVERYONE : share;
        };
    }

    private static Condition leaf(AttributeCondition asked) {
        if (asked.subject().type() == ValueType.BOOLEAN) {
            boolean yes = asked.values().equals(List.of("true")) == (asked.operator() == Operator.IS);
            Condition holds = asked.with(Operator.IS, Set.of("true"));
            return yes ? holds : new Not(holds);
        }
        return switch (asked.operator()) {
            case IS, IN -> asked.with(Operator.IN, Values.folded(asked.values()));
            case IS_NOT, NOT_IN -> new Not(asked.with(Operator.IN, Values.folded(asked.values())));
            case CONTAINS_NONE -> new Not(asked.with(Operator.CONTAINS, Values.folded(asked.values())));
            case NOT_EXISTS -> new Not(asked.with(Operator.EXISTS, Set.of()));
            case HAS_ALL, CONTAINS, AT_LEAST, AT_MOST, EXISTS ->
                asked.with(asked.operator(), Values.folded(asked.values()));
        };
    }

    /// One tag each, so that every tag is asked for once whatever it is asked with.
    private static Condition leaf(TagCondition asked) {
        List<Condition> single = asked.tags().stream()
                .distinct()
                .sorted()
                .<Condition>map(tag -> new TagCondition(TagOperator.ANY, List.of(tag)))
                .toList();
        return switch (asked.operator()) {
            case ANY -> group(single, false);
            case ALL -> group(single, true);
            case NONE -> new Not(group(single, false));
        };
    }

    private static Condition leaf(OrdersCondition asked) {
        List<OrderFilter> where = filters(asked.filters());
        // At the top of the range there is no next number to ask for.
        if (asked.measure().whole()
                && asked.operator() == Bound.AT_MOST
                && asked.value() < asked.measure().most()) {
            return new Not(
                    new OrdersCondition(asked.measure(), Bound.AT_LEAST, asked.value() + 1, asked.window(), where));
        }
        return new OrdersCondition(asked.measure(), asked.operator(), asked.value(), asked.window(), where);
    }

    /// What an attribute says too is asked as the attribute.
    private static Condition leaf(TouchpointCondition asked) {
        boolean reachable = asked.guides() == null && asked.state() == TouchpointState.REACHABLE;
        if (reachable && asked.channel() == TouchpointChannel.WECOM) {
            return holds(StandardAttribute.REACHABLE_BY_WECOM);
        }
        if (reachable && asked.channel() == TouchpointChannel.EMAIL) {
            return holds(StandardAttribute.REACHABLE_BY_EMAIL);
        }
        return new TouchpointCondition(asked.channel(), asked.state(), List.copyOf(Values.folded(asked.friendsOf())));
    }

    private static Condition holds(StandardAttribute attribute) {
        return new AttributeCondition(attribute.code(), Operator.IS, List.of("true"));
    }

    private static List<OrderFilter> filters(List<OrderFilter> asked) {
        return asked.stream()
                .map(OrderFilter::canonical)
                .distinct()
                .sorted(Comparator.comparing(OrderFilter::toString))
                .toList();
    }

    private static Condition opposite(Condition condition) {
        return condition instanceof Not(Condition inner) ? inner : new Not(condition);
    }

    private static List<Condition> members(List<Condition> conditions, Class<? extends Condition> kind) {
        Set<Condition> members = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            Condition member = of(condition);
            switch (member) {
                case And(List<Condition> inner) when kind == And.class -> members.addAll(inner);
                case Or(List<Condition> inner) when kind == Or.class -> members.addAll(inner);
                case And _,
                        Or _,
                        Not _,
                        AttributeCondition _,
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
                        ShareCondition _ -> members.add(member);
            }
        }
        List<Condition> sorted = new ArrayList<>(members);
        // Records print their parts in order; two different members may only print alike if a value imitates the
        // print, which then merely leaves them in the order they were given.
        sorted.sort(Comparator.comparing(Condition::toString));
        return sorted;
    }

    private static Condition group(List<Condition> members, boolean all) {
        return members.size() == 1 ? members.getFirst() : all ? new And(members) : new Or(members);
    }
}
