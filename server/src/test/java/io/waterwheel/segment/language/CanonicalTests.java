package io.waterwheel.segment.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalTests {

    private static final Condition SHANGHAI = city(Operator.IS, "上海");
    private static final Condition BEIJING = city(Operator.IS, "北京");
    private static final Condition BUYER = new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, null);

    @Test
    void theSameQuestionInOtherWordsIsTheSame() {
        same(city(Operator.IS, "ＳＨ"), city(Operator.IN, "sh", " Sh "));
        same(city(Operator.IN, "a", "b"), city(Operator.IN, "b", "a", "a"));
        same(city(Operator.IS_NOT, "a"), new Not(city(Operator.IS, "A")));
        same(city(Operator.NOT_IN, "a", "b"), new Not(city(Operator.IN, "b", "a")));
        same(city(Operator.NOT_EXISTS), new Not(city(Operator.EXISTS)));
        same(new OrdersCondition(Measure.COUNT, Bound.AT_MOST, 0, null), new Not(BUYER));
        same(
                new OrdersCondition(Measure.SUM, Bound.AT_MOST, 99, new Last(7)),
                new Not(new OrdersCondition(Measure.SUM, Bound.AT_LEAST, 100, new Last(7))));
        same(reachable(Operator.IS, "false"), reachable(Operator.IS_NOT, "true"));
        same(reachable(Operator.IS_NOT, "false"), reachable(Operator.IS, "true"));
    }

    @Test
    void tagsAreAskedForOneByOne() {
        same(tag(TagOperator.ANY, "2", "1"), new Or(List.of(tag(TagOperator.ALL, "1"), tag(TagOperator.ANY, "2"))));
        same(
                tag(TagOperator.ALL, "1", "2", "1"),
                new And(List.of(tag(TagOperator.ANY, "2"), tag(TagOperator.ANY, "1"))));
        same(tag(TagOperator.NONE, "1", "2"), new Not(tag(TagOperator.ANY, "2", "1")));
        same(tag(TagOperator.NONE, "1"), new Not(tag(TagOperator.ALL, "1")));
    }

    private static Condition tag(TagOperator operator, String... tags) {
        return new TagCondition(operator, List.of(tags));
    }

    @Test
    void theWholeOfAShareIsEverybody() {
        same(new ShareCondition("k", 0, 10_000), And.EVERYONE);
        different(new ShareCondition("k", 0, 9_999), And.EVERYONE);
        different(new ShareCondition("k", 0, 1), new ShareCondition("K", 0, 1));
    }

    @Test
    void groupsAreFlatSortedAndToldOnce() {
        same(new And(List.of(SHANGHAI, BUYER)), new And(List.of(BUYER, SHANGHAI, BUYER)));
        same(new And(List.of(SHANGHAI, new And(List.of(BUYER)))), new And(List.of(BUYER, SHANGHAI)));
        same(
                new Or(List.of(new Or(List.of(SHANGHAI, BEIJING)), BUYER)),
                new Or(List.of(BEIJING, new Or(List.of(BUYER, SHANGHAI)))));
        same(new Not(new Not(SHANGHAI)), SHANGHAI);
        same(new Or(List.of(SHANGHAI, SHANGHAI)), SHANGHAI);
    }

    @Test
    void differentQuestionsStayDifferent() {
        different(SHANGHAI, BEIJING);
        different(new And(List.of(SHANGHAI, BUYER)), new Or(List.of(SHANGHAI, BUYER)));
        different(
                new OrdersCondition(Measure.RECENCY, Bound.AT_MOST, 5, null),
                new Not(new OrdersCondition(Measure.RECENCY, Bound.AT_LEAST, 6, null)));
        different(
                new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, new Last(7)),
                new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, new Last(8)));
        different(new AttributeCondition("attributes.city", Operator.IS, List.of("上海")), SHANGHAI);
    }

    @Test
    void theLargestCountHasNoNextOneAndKeepsItsForm() {
        Condition all = new OrdersCondition(Measure.COUNT, Bound.AT_MOST, 1_000_000, null);
        assertThat(Canonical.of(all)).isEqualTo(all);
    }

    @Test
    void everyQuestionIsAskedPositively() {
        for (Operator operator : ValueType.TEXT.operators()) {
            Condition condition = city(
                    operator,
                    operator == Operator.EXISTS || operator == Operator.NOT_EXISTS ? List.of() : List.of("x"));
            Condition leaf = Canonical.of(condition) instanceof Not(Condition inner) ? inner : Canonical.of(condition);
            assertThat(((AttributeCondition) leaf).operator()).isIn(Operator.IN, Operator.CONTAINS, Operator.EXISTS);
        }
    }

    private static void same(Condition one, Condition other) {
        assertThat(Canonical.of(one)).isEqualTo(Canonical.of(other));
        assertThat(Canonical.of(Canonical.of(one))).as("its own normal form").isEqualTo(Canonical.of(one));
    }

    private static void different(Condition one, Condition other) {
        assertThat(Canonical.of(one)).isNotEqualTo(Canonical.of(other));
    }

    private static Condition city(Operator operator, String... values) {
        return city(operator, List.of(values));
    }

    private static Condition city(Operator operator, List<String> values) {
        return new AttributeCondition("city", operator, values);
    }

    private static Condition reachable(Operator operator, String value) {
        return new AttributeCondition("reachableByWecom", operator, List.of(value));
    }
}
