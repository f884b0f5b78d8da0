package io.waterwheel.segment.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.waterwheel.kernel.Text;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class OrderFilterTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEA = "{'fact':'category','operator':'in','values':['茶']}";

    @Test
    void filtersAreReadAndWrittenAgain() {
        OrdersCondition tea = new OrdersCondition(
                Measure.QUANTITY,
                Bound.AT_LEAST,
                3,
                new Last(90),
                List.of(
                        new OrderFilter(OrderFact.CATEGORY, FactOperator.IN, List.of("茶")),
                        new OrderFilter(OrderFact.STORE, FactOperator.NOT_IN, List.of("S1", "S2"))));
        String json = "{'type':'orders','measure':'quantity','operator':'atLeast','value':3,"
                + "'window':{'type':'last','days':90},'where':[" + TEA
                + ",{'fact':'store','operator':'notIn','values':['S1','S2']}]}";
        assertThat(read(json)).isEqualTo(tea);
        String written = JSON.writerFor(Condition.class).writeValueAsString(tea);
        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(json.replace('\'', '"')));
        assertThat(JSON.readValue(written, Condition.class)).isEqualTo(tea);
    }

    @Test
    void withoutFiltersItIsTheSameQuestionHoweverItIsWritten() {
        OrdersCondition all = new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, null);
        assertThat(read(orders("'where':[]"))).isEqualTo(all);
        assertThat(read(orders("'where':null"))).isEqualTo(all);
        assertThat(JSON.readValue(
                        "{'type':'orders','measure':'count','operator':'atLeast','value':1}".replace('\'', '"'),
                        Condition.class))
                .as("as it was stored before there were filters")
                .isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'where':{}                                                   | /where            | wrong-type
            'where':[1]                                                  | /where/0          | wrong-type
            'where':[{'operator':'in','values':['a']}]                   | /where/0/fact     | missing
            'where':[{'fact':'colour','operator':'in','values':['a']}]   | /where/0/fact     | unknown-choice
            'where':[{'fact':'store','operator':'like','values':['a']}]  | /where/0/operator | unknown-choice
            'where':[{'fact':'store','operator':'in','values':[]}]       | /where/0/values   | some-values
            'where':[{'fact':'store','operator':'in','values':['a',1]}]  | /where/0/values/1 | wrong-type
            'where':[{'fact':'store','operator':'in','values':[' ']}]    | /where/0/values/0 | blank
            'where':[{'fact':'store','operator':'in','values':['a'],'x':1}] | /where/0/x     | unknown-field
            """)
    void whatIsWrongIsSaidWithItsPlace(String where, String pointer, String code) {
        assertThat(faults(orders(where))).containsExactly(pointer + " " + code);
    }

    @Test
    void tenFiltersAreReadAndOneMoreIsRefused() {
        assertThat(read(orders(many(10)))).isNotNull();
        assertThat(faults(orders(many(11)))).containsExactly("/where too-many-filters");
    }

    @Test
    void theValuesOfFiltersCountAmongAllValues() {
        String values = IntStream.range(0, 501).mapToObj(i -> "'v" + i + "'").collect(Collectors.joining(","));
        String filter = "{'fact':'product','operator':'in','values':[" + values + "]}";
        assertThat(faults(orders("'where':[" + filter + "," + filter + "]")))
                .containsExactly("/where/1/values too-many-values");
    }

    @Test
    void theSameFiltersInOtherWordsAreTheSame() {
        OrderFilter tea = new OrderFilter(OrderFact.CATEGORY, FactOperator.IN, List.of("ＴＥＡ", "tea", "Cup"));
        OrderFilter same = new OrderFilter(OrderFact.CATEGORY, FactOperator.IN, List.of("cup", " Tea"));
        OrderFilter store = new OrderFilter(OrderFact.STORE, FactOperator.NOT_IN, List.of("1"));
        Condition one = counted(Bound.AT_MOST, 1, tea, store, store);
        assertThat(Canonical.of(one)).isEqualTo(Canonical.of(new Not(counted(Bound.AT_LEAST, 2, store, same))));
        assertThat(Canonical.of(Canonical.of(one))).isEqualTo(Canonical.of(one));
        assertThat(Canonical.of(counted(Bound.AT_LEAST, 2, same)))
                .isNotEqualTo(Canonical.of(counted(Bound.AT_LEAST, 2, store)));
        Condition pieces = new OrdersCondition(Measure.QUANTITY, Bound.AT_MOST, 2, null);
        assertThat(Canonical.of(pieces)).as("two and a half are neither").isEqualTo(pieces);
    }

    @Test
    void everyMeasureReadsWithWhatItIsOf() {
        OrderFilter tea = new OrderFilter(OrderFact.CATEGORY, FactOperator.IN, List.of("茶"));
        OrderFilter stores = new OrderFilter(OrderFact.STORE, FactOperator.NOT_IN, List.of("S1", "S2"));
        OrderFilter set = new OrderFilter(OrderFact.PRODUCT, FactOperator.CONTAINS, List.of("礼盒"));
        reads(
                new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 2, new Last(90), List.of(tea, stores)),
                "近 90 天（类目是“茶”，门店不是“S1”、“S2”中的任何一个）下单不少于 2 次",
                "at least 2 orders in the last 90 days (category is “茶”, store is none of “S1”, “S2”)");
        reads(
                new OrdersCondition(Measure.AVERAGE, Bound.AT_MOST, 12_345, null, List.of(set)),
                "（商品包含“礼盒”）笔单价不超过 CNY 123.45",
                "order value of at most CNY 123.45 (product contains “礼盒”)");
        reads(new OrdersCondition(Measure.QUANTITY, Bound.AT_LEAST, 1, null), "购买不少于 1 件", "at least 1 piece bought");
        reads(
                new OrdersCondition(Measure.DISTINCT_PRODUCTS, Bound.AT_LEAST, 3, new Last(30)),
                "近 30 天买过的不同商品不少于 3 种",
                "at least 3 different products bought in the last 30 days");
        reads(
                new OrdersCondition(Measure.SINCE_FIRST, Bound.AT_MOST, 1, null),
                "第一次下单距今不超过 1 天",
                "first order at most 1 day ago");
    }

    private static void reads(Condition condition, String zh, String en) {
        assertThat(Reading.of(condition, Currency.getInstance("CNY"), Names.NONE))
                .isEqualTo(new Text(zh, en));
    }

    private static Condition counted(Bound bound, long value, OrderFilter... where) {
        return new OrdersCondition(Measure.COUNT, bound, value, null, List.of(where));
    }

    private static String many(int filters) {
        return IntStream.range(0, filters).mapToObj(_ -> TEA).collect(Collectors.joining(",", "'where':[", "]"));
    }

    private static String orders(String where) {
        return "{'type':'orders','measure':'count','operator':'atLeast','value':1," + where + "}";
    }

    private static Condition read(String json) {
        return DefinitionReader.read(JSON.readTree(json.replace('\'', '"')), "");
    }

    private static List<String> faults(String json) {
        InvalidDefinition refused = catchThrowableOfType(InvalidDefinition.class, () -> read(json));
        assertThat(refused).as(json).isNotNull();
        return refused.places().stream()
                .map(place -> place.pointer() + " " + place.fault().code())
                .toList();
    }
}
