package io.waterwheel.segment.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// One normal form for definitions that obviously mean the same, so that they are recognised and counted once.
///
/// - Leaves ask positively: `is` → `in`, `isNot` → not `in`, `notExists` → not `exists`, `count`/`sum atMost n`
///   → not `atLeast n + 1` (recency keeps both, because customers without orders have none).
/// - Tags are asked for one by one: any of two → one or the other.
/// - Yes-or-no attributes ask `is true`. Values are folded, sorted and told once.
/// - A group inside a group of its kind is taken up by it; members are sorted and told once; a group of one is its
///   member; not (not x) is x.
///
/// It keeps the meaning and is its own normal form: `of(of(x))` equals `of(x)`.
public final class Canonical {

    private Canonical() {}

    public static Condition of(Condition condition) {
        return switch (condition) {
            case And and -> group(members(and.conditions(), And.class), true);
            case Or or -> group(members(or.conditions(), Or.class), false);
            case Not not -> opposite(of(not.condition()));
            case AttributeCondition attribute -> leaf(attribute);
            case AnniversaryCondition anniversary -> anniversary;
            case TagCondition tag -> leaf(tag);
            case OrdersCondition orders -> leaf(orders);
            case SegmentCondition segment -> segment;
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
            case IS, IN -> asked.with(Operator.IN, folded(asked));
            case IS_NOT, NOT_IN -> new Not(asked.with(Operator.IN, folded(asked)));
            case NOT_EXISTS -> new Not(asked.with(Operator.EXISTS, Set.of()));
            case CONTAINS, AT_LEAST, AT_MOST, EXISTS -> asked.with(asked.operator(), folded(asked));
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
        boolean total = asked.measure() != Measure.RECENCY;
        // At the top of the range there is no next number to ask for.
        if (total
                && asked.operator() == Bound.AT_MOST
                && asked.value() < asked.measure().most()) {
            return new Not(new OrdersCondition(asked.measure(), Bound.AT_LEAST, asked.value() + 1, asked.window()));
        }
        return asked;
    }

    private static Set<String> folded(AttributeCondition asked) {
        Set<String> values = new TreeSet<>();
        asked.values().forEach(value -> values.add(FoldedText.of(value)));
        return new LinkedHashSet<>(values);
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
                        SegmentCondition _,
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
