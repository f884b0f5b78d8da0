package io.waterwheel.segment.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DefinitionReaderTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everyKindOfConditionIsRead() {
        assertThat(read("""
                {"type": "and", "conditions": [
                  {"type": "or", "conditions": [
                    {"type": "attribute", "attribute": "city", "operator": "in", "values": ["上海", "北京"]},
                    {"type": "attribute", "attribute": "attributes.skin type", "operator": "notExists", "values": []}]},
                  {"type": "not", "condition":
                    {"type": "orders", "measure": "count", "operator": "atMost", "value": 0, "window": null}},
                  {"type": "tag", "operator": "none", "tags": ["12", "7"]},
                  {"type": "anniversary", "attribute": "birthday", "within": {"type": "days", "days": 7}},
                  {"type": "anniversary", "attribute": "memberSince", "within": {"type": "month", "months": 1}},
                  {"type": "segment", "segment": "3"},
                  {"type": "list", "list": "7"},
                  {"type": "not", "condition": {"type": "share", "key": "autumn", "from": 0, "to": 1000}},
                  {"type": "orders", "measure": "sum", "operator": "atLeast", "value": -100,
                   "window": {"type": "last", "days": 90}},
                  {"type": "orders", "measure": "recency", "operator": "atMost", "value": 30,
                   "window": {"type": "between", "from": "2024-02-29", "to": "2024-03-01"}}]}
                """))
                .isEqualTo(new And(List.of(
                        new Or(List.of(
                                new AttributeCondition("city", Operator.IN, List.of("上海", "北京")),
                                new AttributeCondition("attributes.skin type", Operator.NOT_EXISTS, List.of()))),
                        new Not(new OrdersCondition(Measure.COUNT, Bound.AT_MOST, 0, null)),
                        new TagCondition(TagOperator.NONE, List.of("12", "7")),
                        new AnniversaryCondition("birthday", new NextDays(7)),
                        new AnniversaryCondition("memberSince", new MonthAhead(1)),
                        new SegmentCondition("3"),
                        new ListCondition("7"),
                        new Not(new ShareCondition("autumn", 0, 1_000)),
                        new OrdersCondition(Measure.SUM, Bound.AT_LEAST, -100, new Last(90)),
                        new OrdersCondition(
                                Measure.RECENCY,
                                Bound.AT_MOST,
                                30,
                                new Between(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1))))));
    }

    @Test
    void aWindowMayBeLeftOutAndAnEmptyAndIsEverybody() {
        assertThat(read("{'type':'orders','measure':'count','operator':'atLeast','value':1}"))
                .isEqualTo(new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, null));
        assertThat(read("{'type':'and','conditions':[]}")).isEqualTo(And.EVERYONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            null                                                                      | /definition              | missing
            []                                                                        | /definition              | wrong-type
            'x'                                                                       | /definition              | wrong-type
            {}                                                                        | /definition/type         | missing
            {'type':1}                                                                | /definition/type         | wrong-type
            {'type':'xor'}                                                            | /definition/type         | unknown-choice
            {'type':'and'}                                                            | /definition/conditions   | missing
            {'type':'and','conditions':{}}                                            | /definition/conditions   | wrong-type
            {'type':'and','conditions':[null]}                                        | /definition/conditions/0 | missing
            {'type':'and','conditions':[],'a/b~c':1}                                  | /definition/a~1b~0c      | unknown-field
            {'type':'or','conditions':[]}                                             | /definition/conditions   | empty-choice
            {'type':'not'}                                                            | /definition/condition    | missing
            {'type':'not','condition':{'type':'not','condition':7}}                   | /definition/condition/condition | wrong-type
            {'type':'attribute','operator':'is','values':['a']}                       | /definition/attribute    | missing
            {'type':'attribute','attribute':'','operator':'is','values':['a']}        | /definition/attribute    | blank
            {'type':'attribute','attribute':'town','operator':'is','values':['a']}    | /definition/attribute    | unknown-attribute
            {'type':'attribute','attribute':'attributes.','operator':'is','values':['a']} | /definition/attribute | unknown-attribute
            {'type':'attribute','attribute':'city','operator':'like','values':['a']}  | /definition/operator     | unknown-choice
            {'type':'attribute','attribute':'city','operator':'IS','values':['a']}    | /definition/operator     | unknown-choice
            {'type':'attribute','attribute':'city','operator':'atLeast','values':['5']} | /definition/operator   | operator-not-for-type
            {'type':'attribute','attribute':'birthday','operator':'contains','values':['2024-01-01']} | /definition/operator | operator-not-for-type
            {'type':'attribute','attribute':'reachableByWecom','operator':'exists','values':[]} | /definition/operator | operator-not-for-type
            {'type':'attribute','attribute':'city','operator':'is'}                   | /definition/values       | missing
            {'type':'attribute','attribute':'city','operator':'is','values':'a'}      | /definition/values       | wrong-type
            {'type':'attribute','attribute':'city','operator':'is','values':[]}       | /definition/values       | one-value
            {'type':'attribute','attribute':'city','operator':'is','values':['a','b']} | /definition/values      | one-value
            {'type':'attribute','attribute':'city','operator':'in','values':[]}       | /definition/values       | some-values
            {'type':'attribute','attribute':'city','operator':'exists','values':['a']} | /definition/values      | no-values
            {'type':'attribute','attribute':'city','operator':'in','values':['a',5]}  | /definition/values/1     | wrong-type
            {'type':'attribute','attribute':'city','operator':'in','values':['a',null]} | /definition/values/1   | wrong-type
            {'type':'attribute','attribute':'city','operator':'in','values':['a','　']} | /definition/values/1    | blank
            {'type':'attribute','attribute':'birthday','operator':'is','values':['2024-02-30']} | /definition/values/0 | not-a-day
            {'type':'attribute','attribute':'birthday','operator':'is','values':['1/2/2024']} | /definition/values/0 | not-a-day
            {'type':'attribute','attribute':'reachableByEmail','operator':'is','values':['yes']} | /definition/values/0 | not-a-boolean
            {'type':'attribute','attribute':'attributes.x','operator':'atLeast','values':['tall']} | /definition/values/0 | not-a-number-or-day
            {'type':'tag','tags':['1']}                                               | /definition/operator     | missing
            {'type':'tag','operator':'some','tags':['1']}                             | /definition/operator     | unknown-choice
            {'type':'tag','operator':'any','tags':[]}                                 | /definition/tags         | some-values
            {'type':'tag','operator':'any','tags':['1',2]}                            | /definition/tags/1       | wrong-type
            {'type':'tag','operator':'any','tags':['1','1; drop table tag']}          | /definition/tags/1       | unknown-tag
            {'type':'tag','operator':'any','tags':['99999999999999999999']}           | /definition/tags/0       | unknown-tag
            {'type':'segment'}                                                        | /definition/segment      | missing
            {'type':'segment','segment':7}                                            | /definition/segment      | wrong-type
            {'type':'segment','segment':'-7'}                                         | /definition/segment      | unknown-segment
            {'type':'segment','segment':'7','name':'x'}                               | /definition/name         | unknown-field
            {'type':'list'}                                                           | /definition/list         | missing
            {'type':'list','list':7}                                                  | /definition/list         | wrong-type
            {'type':'list','list':'0'}                                                | /definition/list         | unknown-list
            {'type':'list','list':'7; drop table customer_list'}                      | /definition/list         | unknown-list
            {'type':'list','list':'7','name':'x'}                                     | /definition/name         | unknown-field
            {'type':'share','from':0,'to':1}                                          | /definition/key          | missing
            {'type':'share','key':' ','from':0,'to':1}                                | /definition/key          | blank
            {'type':'share','key':'k','to':1}                                         | /definition/from         | missing
            {'type':'share','key':'k','from':-1,'to':1}                               | /definition/from         | out-of-range
            {'type':'share','key':'k','from':10000,'to':10001}                        | /definition/from         | out-of-range
            {'type':'share','key':'k','from':5,'to':5}                                | /definition/to           | out-of-range
            {'type':'share','key':'k','from':0,'to':10001}                            | /definition/to           | out-of-range
            {'type':'share','key':'k','from':0.5,'to':1}                              | /definition/from         | wrong-type
            {'type':'share','key':'k','from':0,'to':1,'percent':10}                   | /definition/percent      | unknown-field
            {'type':'anniversary','within':{'type':'days','days':7}}                  | /definition/attribute    | missing
            {'type':'anniversary','attribute':'city','within':{'type':'days','days':7}} | /definition/attribute  | no-anniversary
            {'type':'anniversary','attribute':'lastSeenAt','within':{'type':'days','days':7}} | /definition/attribute | no-anniversary
            {'type':'anniversary','attribute':'town','within':{'type':'days','days':7}} | /definition/attribute  | unknown-attribute
            {'type':'anniversary','attribute':'birthday'}                             | /definition/within       | missing
            {'type':'anniversary','attribute':'birthday','within':{'type':'weeks'}}   | /definition/within/type  | unknown-choice
            {'type':'anniversary','attribute':'birthday','within':{'type':'days'}}    | /definition/within/days  | missing
            {'type':'anniversary','attribute':'birthday','within':{'type':'days','days':0}} | /definition/within/days | out-of-range
            {'type':'anniversary','attribute':'birthday','within':{'type':'days','days':367}} | /definition/within/days | out-of-range
            {'type':'anniversary','attribute':'birthday','within':{'type':'month','months':12}} | /definition/within/months | out-of-range
            {'type':'anniversary','attribute':'birthday','within':{'type':'month','months':-1}} | /definition/within/months | out-of-range
            {'type':'anniversary','attribute':'birthday','within':{'type':'month','months':0,'days':7}} | /definition/within/days | unknown-field
            {'type':'orders','operator':'atLeast','value':1}                          | /definition/measure      | missing
            {'type':'orders','measure':'max','operator':'atLeast','value':1}          | /definition/measure      | unknown-choice
            {'type':'orders','measure':'count','operator':'is','value':1}             | /definition/operator     | unknown-choice
            {'type':'orders','measure':'count','operator':'atLeast'}                  | /definition/value        | missing
            {'type':'orders','measure':'count','operator':'atLeast','value':'1'}      | /definition/value        | wrong-type
            {'type':'orders','measure':'count','operator':'atLeast','value':1.5}      | /definition/value        | wrong-type
            {'type':'orders','measure':'count','operator':'atLeast','value':99999999999999999999} | /definition/value | wrong-type
            {'type':'orders','measure':'count','operator':'atLeast','value':-1}       | /definition/value        | out-of-range
            {'type':'orders','measure':'recency','operator':'atMost','value':36501}   | /definition/value        | out-of-range
            {'type':'orders','measure':'count','operator':'atLeast','value':1,'window':'last'} | /definition/window | wrong-type
            {'type':'orders','measure':'count','operator':'atLeast','value':1,'window':{'type':'next'}} | /definition/window/type | unknown-choice
            {'type':'orders','measure':'count','operator':'atLeast','value':1,'window':{'type':'last'}} | /definition/window/days | missing
            {'type':'orders','measure':'count','operator':'atLeast','value':1,'window':{'type':'last','days':0}} | /definition/window/days | out-of-range
            {'type':'orders','measure':'count','operator':'atLeast','value':1,'window':{'type':'last','days':7306}} | /definition/window/days | out-of-range
            {'type':'orders','measure':'count','operator':'atLeast','value':1,'window':{'type':'last','days':4294967297}} | /definition/window/days | out-of-range
            {'type':'orders','measure':'count','operator':'atLeast','value':1,'window':{'type':'last','days':7,'x':1}} | /definition/window/x | unknown-field
            {'type':'orders','measure':'count','operator':'atLeast','value':1,'window':{'type':'between','from':'2024-02-02','to':'2024-02-01'}} | /definition/window/to | reversed
            {'type':'orders','measure':'count','operator':'atLeast','value':1,'window':{'type':'between','from':'2004-01-01','to':'2024-01-02'}} | /definition/window/to | window-too-long
            {'type':'orders','measure':'count','operator':'atLeast','value':1,'window':{'type':'between','from':'soon','to':'2024-01-02'}} | /definition/window/from | not-a-day
            """)
    void whatIsWrongIsSaidWithItsPlace(String json, String pointer, String code) {
        assertThat(faults(json)).containsExactly(pointer + " " + code);
    }

    @Test
    void allWrongPlacesAreToldAtOnce() {
        assertThat(faults("""
                {"type": "and", "conditions": [
                  {"type": "orders", "measure": "count", "operator": "atLeast", "value": "two", "extra": 1},
                  {"type": "attribute", "attribute": "city", "operator": "is", "values": ["上海"]},
                  {"type": "attribute", "attribute": "birthday", "operator": "is", "values": ["soon"]}]}
                """))
                .containsExactly(
                        "/definition/conditions/0/value wrong-type",
                        "/definition/conditions/0/extra unknown-field",
                        "/definition/conditions/2/values/0 not-a-day");
    }

    @Test
    void twentyLevelsAreReadAndOneMoreIsRefused() {
        assertThat(read(nested(19))).isInstanceOf(Not.class);
        assertThat(faults(nested(20))).containsExactly("/definition" + "/condition".repeat(20) + " too-deep");
        assertThat(faults(nested(400))).as("and no deeper is looked").hasSize(1);
    }

    @Test
    void twoHundredConditionsAreReadAndOneMoreIsRefused() {
        assertThat(read(wide(199, 1))).isInstanceOf(And.class);
        assertThat(faults(wide(200, 1))).containsExactly("/definition/conditions/199 too-many-conditions");
        assertThat(faults(wide(5_000, 1))).hasSize(1);
    }

    @Test
    void aThousandValuesAreReadAndOneMoreIsRefused() {
        assertThat(read(wide(2, 500))).isInstanceOf(And.class);
        assertThat(faults(wide(2, 501))).containsExactly("/definition/conditions/1/values too-many-values");
    }

    @Test
    void valuesAndNamesHaveALongestLength() {
        String attribute = "{'type':'attribute','attribute':'attributes.%s','operator':'is','values':['%s']}";
        assertThat(read(attribute.formatted("n".repeat(100), "v".repeat(500)))).isNotNull();
        assertThat(faults(attribute.formatted("n".repeat(101), "v"))).containsExactly("/definition/attribute too-long");
        assertThat(faults(attribute.formatted("n", "v".repeat(501)))).containsExactly("/definition/values/0 too-long");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Condition definition =
                read("{'type':'not','condition':{'type':'orders','measure':'sum','operator':'atMost','value':5,"
                        + "'window':{'type':'between','from':'2024-01-01','to':'2024-01-31'}}}");
        String written = JSON.writerFor(Condition.class).writeValueAsString(definition);
        assertThat(JSON.readTree(written))
                .isEqualTo(JSON.readTree("{'type':'not','condition':{'type':'orders','measure':'sum',"
                        .concat("'operator':'atMost','value':5,'window':{'type':'between',")
                        .concat("'from':'2024-01-01','to':'2024-01-31'}}}")
                        .replace('\'', '"')));
        assertThat(JSON.readValue(written, Condition.class)).isEqualTo(definition);
    }

    private static String nested(int nots) {
        return "{'type':'not','condition':".repeat(nots) + "{'type':'and','conditions':[]}" + "}".repeat(nots);
    }

    private static String wide(int conditions, int values) {
        String list = IntStream.range(0, values).mapToObj(i -> "'v" + i + "'").collect(Collectors.joining(","));
        return IntStream.range(0, conditions)
                .mapToObj(_ -> "{'type':'attribute','attribute':'city','operator':'in','values':[" + list + "]}")
                .collect(Collectors.joining(",", "{'type':'and','conditions':[", "]}"));
    }

    private static Condition read(String json) {
        return DefinitionReader.read(JSON.readTree(json.replace('\'', '"')), "/definition");
    }

    private static List<String> faults(String json) {
        InvalidDefinition refused = catchThrowableOfType(InvalidDefinition.class, () -> read(json));
        assertThat(refused).as(json).isNotNull();
        assertThat(refused.places())
                .allSatisfy(place ->
                        assertThat(place.detail().zh() + place.detail().en()).doesNotContain("{0}"));
        return refused.places().stream()
                .map(place -> place.pointer() + " " + place.fault().code())
                .toList();
    }
}
