package io.waterwheel.segment.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.waterwheel.kernel.Text;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class EventsLanguageTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final PropertyFilter DRESS = new PropertyFilter("category", Operator.IN, List.of("裙"));
    private static final EventFilter VIEWED = new EventFilter("Product Viewed", List.of(DRESS));
    private static final EventFilter ADDED = new EventFilter("Product Added", List.of());
    private static final EventFilter BOUGHT = new EventFilter("Order Completed", List.of());

    @Test
    void conditionsOverEventsAreRead() {
        assertThat(read("""
                {'type':'events','event':'Product Viewed',
                 'where':[{'property':'category','operator':'in','values':['裙']}],
                 'measure':'sum','property':'price','operator':'atLeast','value':99.50,
                 'window':{'type':'last','days':30}}"""))
                .isEqualTo(new EventsCondition(
                        "Product Viewed",
                        List.of(DRESS),
                        EventMeasure.SUM,
                        "price",
                        Bound.AT_LEAST,
                        new BigDecimal("99.5"),
                        new Last(30)));
        assertThat(read("{'type':'events','event':'a','measure':'count','operator':'atMost','value':0}"))
                .isEqualTo(new EventsCondition(
                        "a", List.of(), EventMeasure.COUNT, null, Bound.AT_MOST, BigDecimal.ZERO, null));
        assertThat(read("""
                {'type':'sequence','steps':[
                   {'event':'Product Viewed','where':[{'property':'category','operator':'in','values':['裙']}]},
                   {'event':'Product Added'}],
                 'withinDays':7,'without':{'event':'Order Completed','where':[]},'window':null}""")).isEqualTo(new SequenceCondition(List.of(VIEWED, ADDED), 7, BOUGHT, null));
    }

    @Test
    void whatWasStoredIsReadAsItWas() {
        for (Condition condition : List.of(
                measured(EventMeasure.AVERAGE, "price", "-0.000000001", new Last(7)),
                measured(EventMeasure.COUNT, null, "1000000", null),
                new SequenceCondition(List.of(VIEWED, ADDED, BOUGHT), 30, VIEWED, new Last(90)))) {
            String stored = JSON.writeValueAsString(condition);
            assertThat(JSON.readValue(stored, Condition.class)).isEqualTo(condition);
            assertThat(DefinitionReader.read(JSON.readTree(stored), "/definition"))
                    .isEqualTo(condition);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'events'}                                            | /event missing, /measure missing, /operator missing, /value missing
            {'type':'events','event':' ',E}                              | /event blank
            {'type':'events','event':7,E}                                | /event wrong-type
            {'type':'events','event':'a','wher':[],E}                    | /wher unknown-field
            {'type':'events','event':'a','where':{},E}                   | /where wrong-type
            {'type':'events','event':'a','where':[1],E}                  | /where/0 wrong-type
            {'type':'events','event':'a','where':[{}],E}                 | /where/0/property missing, /where/0/operator missing, /where/0/values missing
            {'type':'events','event':'a','where':[{'property':'p','operator':'like','values':['a']}],E}      | /where/0/operator unknown-choice
            {'type':'events','event':'a','where':[{'property':'p','operator':'is','values':['a','b']}],E}    | /where/0/values one-value
            {'type':'events','event':'a','where':[{'property':'p','operator':'hasAll','values':[]}],E}       | /where/0/values some-values
            {'type':'events','event':'a','where':[{'property':'p','operator':'notExists','values':['a']}],E} | /where/0/values no-values
            {'type':'events','event':'a','where':[{'property':'p','operator':'atLeast','values':['x']}],E}   | /where/0/values/0 not-a-number-or-day
            {'type':'events','event':'a','where':[{'property':'p','operator':'is','values':['a'],'x':1}],E}  | /where/0/x unknown-field
            {'type':'events','event':'a','where':[1,1,1,1,1,1,1,1,1,1,1],E}                                  | /where out-of-range
            {'type':'events','event':'a','measure':'median','operator':'atLeast','value':1}                  | /measure unknown-choice
            {'type':'events','event':'a','measure':'sum','operator':'atLeast','value':1}                     | /property missing
            {'type':'events','event':'a','measure':'count','property':'p','operator':'atLeast','value':1}    | /property no-property
            {'type':'events','event':'a','measure':'count','operator':'atLeast','value':'1'}                 | /value wrong-type
            {'type':'events','event':'a','measure':'count','operator':'atLeast','value':1.5}                 | /value wrong-type
            {'type':'events','event':'a','measure':'count','operator':'atLeast','value':-1}                  | /value out-of-range
            {'type':'events','event':'a','measure':'sum','property':'p','operator':'atLeast','value':1e999}  | /value wrong-type
            {'type':'events','event':'a','measure':'sum','property':'p','operator':'atLeast','value':1234567890123456}  | /value too-many-digits
            {'type':'events','event':'a','measure':'sum','property':'p','operator':'atLeast','value':0.0000000001}      | /value too-many-digits
            {'type':'events','event':'a',E,'window':{'type':'last','days':365250}}                           | /window/days out-of-range
            {'type':'sequence','steps':[],'withinDays':1}                                                    | /steps out-of-range
            {'type':'sequence','steps':[{'event':'a'}],'withinDays':1}                                       | /without without-needed
            {'type':'sequence','steps':[{'event':'a'},{'event':''}],'withinDays':1}                          | /steps/1/event blank
            {'type':'sequence','steps':[1,2,3,4,5,6],'withinDays':1}                                         | /steps out-of-range
            {'type':'sequence','steps':[{'event':'a'},{'event':'b'}],'withinDays':0}                         | /withinDays out-of-range
            {'type':'sequence','steps':[{'event':'a'},{'event':'b'}],'withinDays':99999999999}               | /withinDays out-of-range
            {'type':'sequence','steps':[{'event':'a'},{'event':'b'}],'withinDays':1,'without':[]}            | /without wrong-type
            {'type':'sequence','steps':[{'event':'a'},{'event':'b','n':1}],'withinDays':1,'without':{'event':'c','where':[7]}} | /steps/1/n unknown-field, /without/where/0 wrong-type
            """)
    void everyWrongPlaceIsNamed(String json, String places) {
        InvalidDefinition refused = catchThrowableOfType(
                InvalidDefinition.class,
                () -> read(json.replace(",E}", ",'measure':'count','operator':'atLeast','value':1}")
                        .replace(",E,", ",'measure':'count','operator':'atLeast','value':1,")));
        assertThat(refused).as(json).isNotNull();
        assertThat(refused.places().stream()
                        .map(place -> place.pointer().replaceFirst("^/definition", "") + " "
                                + place.fault().code())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(places);
    }

    @Test
    void theSameQuestionInOtherWordsIsTheSame() {
        same(
                events(new PropertyFilter("p", Operator.IS, List.of("Ａ"))),
                events(new PropertyFilter("p", Operator.HAS_ALL, List.of("a ", "A"))));
        same(
                events(filter("b", Operator.IS_NOT, "x"), filter("a", Operator.EXISTS)),
                events(filter("a", Operator.EXISTS), filter("b", Operator.NOT_IN, "X"), filter("a", Operator.EXISTS)));
        same(measured(EventMeasure.SUM, "p", "1.50", null), measured(EventMeasure.SUM, "p", "1.5", null));
        same(
                new EventsCondition(
                        "a", List.of(), EventMeasure.COUNT, null, Bound.AT_MOST, BigDecimal.valueOf(2), null),
                new Not(new EventsCondition(
                        "a", List.of(), EventMeasure.COUNT, null, Bound.AT_LEAST, BigDecimal.valueOf(3), null)));
        same(
                new SequenceCondition(
                        List.of(ADDED, new EventFilter("v", List.of(filter("p", Operator.IS, "x")))), 7, null, null),
                new SequenceCondition(
                        List.of(ADDED, new EventFilter("v", List.of(filter("p", Operator.IN, "Ｘ", "x")))),
                        7,
                        null,
                        null));
    }

    @Test
    void differentQuestionsStayDifferent() {
        different(events(filter("p", Operator.IN, "a")), events(filter("p", Operator.NOT_IN, "a")));
        different(events(filter("p", Operator.IN, "a", "b")), events(filter("p", Operator.HAS_ALL, "a", "b")));
        different(
                new EventsCondition("a", List.of(), EventMeasure.COUNT, null, Bound.AT_LEAST, BigDecimal.ONE, null),
                new EventsCondition("A", List.of(), EventMeasure.COUNT, null, Bound.AT_LEAST, BigDecimal.ONE, null));
        different(
                new SequenceCondition(List.of(ADDED, BOUGHT), 7, null, null),
                new SequenceCondition(List.of(BOUGHT, ADDED), 7, null, null));
        EventsCondition all = (EventsCondition) measured(EventMeasure.COUNT, null, "1000000", null);
        Condition most =
                new EventsCondition(all.event(), all.where(), all.measure(), null, Bound.AT_MOST, all.value(), null);
        assertThat(Canonical.of(most)).as("there is no next number").isEqualTo(most);
    }

    @Test
    void conditionsOverEventsReadAsPeopleSayThem() {
        reads(
                new EventsCondition(
                        "Product Viewed",
                        List.of(DRESS, filter("price", Operator.AT_LEAST, "100")),
                        EventMeasure.COUNT,
                        null,
                        Bound.AT_LEAST,
                        BigDecimal.valueOf(3),
                        new Last(30)),
                "近 30 天“Product Viewed”（category 是“裙”，price 不小于“100”）不少于 3 次",
                "“Product Viewed” (category is “裙”, price is not less than “100”) at least 3 times in the last 30 days");
        reads(
                measured(EventMeasure.SUM, "price", "99.5", null),
                "“a”的 price 合计不少于 99.5",
                "sum of price of “a” at least 99.5");
        reads(
                measured(EventMeasure.AVERAGE, "price", "-1", null),
                "“a”的 price 平均不少于 -1",
                "average price of “a” at least -1");
        reads(
                measured(EventMeasure.DISTINCT, "category", "3", new Last(7)),
                "近 7 天“a”的 category 有不少于 3 种",
                "at least 3 different category of “a” in the last 7 days");
        reads(measured(EventMeasure.RECENCY, null, "1", null), "最近一次“a”距今不少于 1 天", "last “a” at least 1 day ago");
        reads(measured(EventMeasure.SINCE_FIRST, null, "9", null), "首次“a”距今不少于 9 天", "first “a” at least 9 days ago");
        reads(
                events(filter("p", Operator.CONTAINS_NONE, "x", "y"), filter("q", Operator.HAS_ALL, "x", "y")),
                "“a”（p 不包含“x”、“y”中的任何一个，q 同时有“x”、“y”）不少于 1 次",
                "“a” (p contains none of “x”, “y”, q has all of “x”, “y”) at least 1 time");
        reads(
                new SequenceCondition(List.of(VIEWED, ADDED), 7, BOUGHT, new Last(30)),
                "近 30 天“Product Viewed”（category 是“裙”），然后“Product Added”，7 天之内，其间没有“Order Completed”",
                "“Product Viewed” (category is “裙”), then “Product Added” within 7 days, without “Order Completed” in"
                        + " between in the last 30 days");
        reads(
                new SequenceCondition(List.of(ADDED), 1, BOUGHT, null),
                "“Product Added”之后 1 天内没有“Order Completed”",
                "“Product Added” and no “Order Completed” within a day after it");
    }

    private static Condition read(String json) {
        return DefinitionReader.read(JSON.readTree(json.replace('\'', '"')), "/definition");
    }

    private static PropertyFilter filter(String property, Operator operator, String... values) {
        return new PropertyFilter(property, operator, List.of(values));
    }

    private static Condition events(PropertyFilter... where) {
        return new EventsCondition(
                "a", Arrays.asList(where), EventMeasure.COUNT, null, Bound.AT_LEAST, BigDecimal.ONE, null);
    }

    private static Condition measured(
            EventMeasure measure, @Nullable String property, String value, @Nullable Window window) {
        return new EventsCondition("a", List.of(), measure, property, Bound.AT_LEAST, new BigDecimal(value), window);
    }

    private static void same(Condition one, Condition other) {
        assertThat(Canonical.of(one)).isEqualTo(Canonical.of(other));
        assertThat(Canonical.of(Canonical.of(one))).as("its own normal form").isEqualTo(Canonical.of(one));
    }

    private static void different(Condition one, Condition other) {
        assertThat(Canonical.of(one)).isNotEqualTo(Canonical.of(other));
    }

    private static void reads(Condition condition, String zh, String en) {
        assertThat(Reading.of(condition, Currency.getInstance("CNY"), Names.NONE))
                .isEqualTo(new Text(zh, en));
    }
}
