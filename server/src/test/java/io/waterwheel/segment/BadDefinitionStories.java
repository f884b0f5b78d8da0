package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Everything that should not be sent: refused with its place, or taken for plain words.
@ServerTest
class BadDefinitionStories {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final String EVERYONE = "{'type':'and','conditions':[]}";
    private static final List<String> HOSTILE = List.of(
            "x' or '1'='1",
            "'; drop table relation; --",
            "') union select 1 --",
            "read_csv('/etc/passwd')",
            "getenv('HOME')",
            "$$; attach ':memory:' as x; $$",
            "?",
            "{0}",
            "${1}",
            ":name",
            "%s",
            "<img src=x onerror=alert(1)>",
            "</script><script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "@SUM(1+1)",
            "\\",
            "\u202Eevil");

    @Autowired
    private EventLog log;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Browser operator;
    private String path;

    @BeforeEach
    void aBrandWithOneCustomer() {
        Brand brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        path = "/api/brands/" + brand.key() + "/segments";
        assertThat(log.append(List.of(TestEvents.event(
                        brand,
                        TestEvents.member("M1"),
                        EventNames.IDENTIFIED,
                        NOON,
                        json("{'city':'杭州','level':'" + "a".repeat(400) + "'}")))))
                .hasSize(1);
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void anUnknownFieldIsRefusedWhereItStands() {
        refused("{'type':'and','conditions':[],'limit':5}", "/definition/limit", "unknown-field");
        refused(
                "{'type':'not','condition':" + city("is", "'x'").replace("}", ",'fuzzy':true}") + "}",
                "/definition/condition/fuzzy",
                "unknown-field");
    }

    @Test
    void aWrongTypeIsRefusedWhereItStands() {
        refused("{'type':'and','conditions':{'0':1}}", "/definition/conditions", "wrong-type");
        refused(city("is", "{'$ne':null}"), "/definition/values/0", "wrong-type");
        refused("{'type':['and'],'conditions':[]}", "/definition/type", "wrong-type");
    }

    @Test
    void aCycleIsRefusedWithItsWayAlreadyWhileItIsBeingEdited() {
        String first = saved("first", EVERYONE);
        String second = saved("second", "{'type':'segment','segment':'" + first + "'}");
        String cycle = "{'type':'not','condition':{'type':'segment','segment':'" + second + "'}}";
        for (String question : List.of("/count", "/sample", "/effects")) {
            assertThat(operator.post(path + question, json("{'definition':" + cycle + "}"))
                            .status())
                    .as("%s of no segment in particular", question)
                    .isEqualTo(200);
            Answer refused =
                    operator.post(path + question, json("{'definition':" + cycle + ",'segment':'" + first + "'}"));
            assertThat(place(refused)).as(question).isEqualTo("/definition/condition/segment cycle");
            assertThat(refused.text()).contains("second → first");
        }
        assertThat(operator.put(path + "/" + first, json("{'name':'first','definition':" + cycle + "}"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aWindowOfAThousandYearsIsRefused() {
        refused(orders("1", "{'type':'last','days':365000}"), "/definition/window/days", "out-of-range");
        refused(
                orders("1", "{'type':'between','from':'1026-01-01','to':'2026-01-01'}"),
                "/definition/window/to",
                "window-too-long");
        refused(
                "{'type':'anniversary','attribute':'birthday','within':{'type':'days','days':365000}}",
                "/definition/within/days",
                "out-of-range");
    }

    @Test
    void tenThousandConditionsAreRefusedAtTheFirstTooMany() {
        String wide = IntStream.range(0, 10_000)
                .mapToObj(_ -> city("is", "'x'"))
                .collect(Collectors.joining(",", "{'type':'and','conditions':[", "]}"));
        refused(wide, "/definition/conditions/199", "too-many-conditions");
    }

    @Test
    void aRegularExpressionIsOnlyText() {
        for (String bomb : List.of("(a+)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*x", ".*", "a{1,400}", "[")) {
            for (String operator : List.of("contains", "is", "in")) {
                JsonNode answer = count("{'type':'attribute','attribute':'attributes.level','operator':'" + operator
                        + "','values':['" + bomb + "']}");
                assertThat(answer.get("count").intValue())
                        .as("%s %s", operator, bomb)
                        .isZero();
            }
        }
        assertThat(count("{'type':'attribute','attribute':'attributes.level','operator':'contains','values':['aaa']}")
                        .get("count")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoIdIsNoTagAndNoSegment() {
        for (String word : HOSTILE) {
            String quoted = quoted(word);
            assertThat(place(ask("{\"type\":\"tag\",\"operator\":\"any\",\"tags\":[" + quoted + "]}")))
                    .isEqualTo("/definition/tags/0 unknown-tag");
            assertThat(place(ask("{\"type\":\"segment\",\"segment\":" + quoted + "}")))
                    .isEqualTo("/definition/segment unknown-segment");
        }
    }

    @Test
    void hostileWordsInPlaceOfOursAreRefusedWhereTheyStand() {
        for (String word : HOSTILE) {
            String quoted = quoted(word);
            Map<String, String> refused = Map.of(
                    "{\"type\":" + quoted + "}",
                    "/definition/type unknown-choice",
                    json("{'type':'attribute','attribute':'city','operator':") + quoted + json(",'values':['x']}"),
                    "/definition/operator unknown-choice",
                    json("{'type':'attribute','attribute':") + quoted + json(",'operator':'is','values':['x']}"),
                    "/definition/attribute unknown-attribute",
                    json("{'type':'attribute','attribute':'birthday','operator':'is','values':[") + quoted + "]}",
                    "/definition/values/0 not-a-day",
                    json("{'type':'anniversary','attribute':") + quoted + json(",'within':{'type':'days','days':1}}"),
                    "/definition/attribute unknown-attribute",
                    json("{'type':'orders','measure':") + quoted + json(",'operator':'atLeast','value':1}"),
                    "/definition/measure unknown-choice",
                    json("{'type':'orders','measure':'count','operator':'atLeast','value':1,'window':"
                                    + "{'type':'between','to':'2026-01-01','from':")
                            + quoted + "}}",
                    "/definition/window/from not-a-day");
            refused.forEach((definition, place) ->
                    assertThat(place(ask(definition))).as(definition).isEqualTo(place));
        }
    }

    @Test
    void hostileWordsInValuesAndNamesOfAttributesAreOnlyWords() {
        for (String word : HOSTILE) {
            for (String attribute : List.of("city", "attributes.level", "attributes." + word)) {
                for (String operator : List.of("is", "contains", "notIn")) {
                    String definition = "{\"type\":\"attribute\",\"attribute\":" + quoted(attribute)
                            + ",\"operator\":\"" + operator + "\",\"values\":[" + quoted(word) + "]}";
                    Answer answer = ask(definition);
                    assertThat(answer.status()).as(definition).isEqualTo(200);
                    assertThat(answer.json().get("count").intValue())
                            .as(definition)
                            .isEqualTo(operator.equals("notIn") ? 1 : 0);
                }
            }
        }
        assertThat(count(json(EVERYONE)).get("base").intValue())
                .as("all is as it was")
                .isEqualTo(1);
    }

    @Test
    void hostileNamesAreKeptAsTheyAreAndFoundAgain() {
        for (String word : HOSTILE) {
            Answer made = operator.post(
                    path,
                    Map.of(
                            "name",
                            word,
                            "description",
                            word,
                            "definition",
                            Map.of("type", "and", "conditions", List.of())));
            assertThat(made.status()).as(word).isEqualTo(201);
            assertThat(made.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
            assertThat(made.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(made.json().get("name").stringValue()).isEqualTo(word.strip());
            assertThat(operator.get(path + "/" + made.json().get("id").stringValue())
                            .json())
                    .isEqualTo(made.json());
        }
    }

    @Test
    void aHundredThousandLevelsAreRefusedBeforeTheyAreBuilt() {
        Answer deep = ask("{\"type\":\"not\",\"condition\":".repeat(100_000) + "{}" + "}".repeat(100_000));
        assertThat(deep.status()).isEqualTo(400);
        assertThat(deep.code()).isEqualTo("malformed");
        assertThat(ask("[".repeat(100_000)).status()).isEqualTo(400);
        refused(
                "{'type':'not','condition':".repeat(200) + EVERYONE + "}".repeat(200),
                "/definition" + "/condition".repeat(20),
                "too-deep");
    }

    @Test
    void hugeNumbersAndWhatIsNoNumberAreRefused() {
        for (String number : List.of("9".repeat(900), "1e400", "-1e-400", "1.5", "1e3", "9223372036854775808")) {
            refused(orders(number, "null"), "/definition/value", "wrong-type");
        }
        refused(orders("9223372036854775807", "null"), "/definition/value", "out-of-range");
        refused(orders("1", "{'type':'last','days':9223372036854775807}"), "/definition/window/days", "out-of-range");
        assertThat(ask(json(orders("9".repeat(100_000), "null"))).status()).isEqualTo(400);
        for (String none : List.of("NaN", "Infinity", "-Infinity", "0x10", "1_000", "+1", "01")) {
            Answer unreadable = ask(json(orders(none, "null")));
            assertThat(unreadable.status()).as(none).isEqualTo(400);
            assertThat(unreadable.code()).as(none).isEqualTo("malformed");
        }
        refused(orders("'NaN'", "null"), "/definition/value", "wrong-type");
        for (String none : List.of("NaN", "Infinity", "1e5", "9".repeat(19))) {
            refused(
                    "{'type':'attribute','attribute':'attributes.level','operator':'atLeast','values':['" + none
                            + "']}",
                    "/definition/values/0",
                    "not-a-number-or-day");
        }
    }

    @Test
    void aFieldToldTwiceIsRefusedWhereItStands() {
        refused("{'type':'and','conditions':[],'conditions':[]}", "/definition/conditions", "told-twice");
        refused(
                "{'type':'and','conditions':[{'type':'segment','segment':'1','segment':'2'}]}",
                "/definition/conditions/0/segment",
                "told-twice");
        refused("{'type':'not','condition':{},'condition':{}}", "/definition/condition", "told-twice");
        refused("{'type':'and','type':'and','conditions':[]}", "/definition/type", "told-twice");
        refused(
                orders("1", "{'type':'last','days':7},'window':{'type':'last','days':700}"),
                "/definition/window",
                "told-twice");
        Answer saved =
                operator.post(path, json("{'name':'x','definition':{'type':'and','conditions':[],'type':'or'}}"));
        assertThat(place(saved)).isEqualTo("/definition/type told-twice");
    }

    @Test
    void halvesOfCharactersAndNulAreRefusedWhereTheyStand() {
        for (String none : List.of("\\ud800", "a\\udc00b", "\\u0000", "\\udc00\\ud800")) {
            refused(city("is", "'" + none + "'"), "/definition/values/0", "not-text");
            refused(
                    "{'type':'attribute','attribute':'attributes." + none + "','operator':'exists','values':[]}",
                    "/definition/attribute",
                    "not-text");
            Answer named = operator.post(path, json("{'name':'n" + none + "n','definition':" + EVERYONE + "}"));
            assertThat(place(named)).as(none).isEqualTo("/name not-text");
            Answer described = operator.post(
                    path, json("{'name':'n','description':'d" + none + "','definition':" + EVERYONE + "}"));
            assertThat(place(described)).as(none).isEqualTo("/description not-text");
        }
        refused("{'type':'and','conditions':[],'x\\u0000':1}", "/definition/x\uFFFD", "unknown-field");
        assertThat(ask(json("{'type':'and','conditions':[],'x\\ud800':1}")).code())
                .isEqualTo("malformed");
        assertThat(count(city("is", "'\\ud83d\\ude00'")).get("count").intValue())
                .as("a whole character is text")
                .isZero();
        assertThat(operator.get(path).json()).isEmpty();
    }

    private void refused(String definition, String pointer, String code) {
        Answer answer = ask(json(definition));
        assertThat(answer.status()).as(start(definition)).isEqualTo(422);
        assertThat(answer.code()).as(start(definition)).isEqualTo("segment-invalid");
        assertThat(place(answer)).as(start(definition)).isEqualTo(pointer + " " + code);
    }

    private static String start(String definition) {
        return definition.substring(0, Math.min(200, definition.length()));
    }

    /// The one place that is wrong.
    private static String place(Answer answer) {
        JsonNode errors = answer.json().path("errors");
        assertThat(errors).as(answer.text()).hasSize(1);
        return errors.get(0).get("pointer").stringValue() + " "
                + errors.get(0).get("code").stringValue();
    }

    private JsonNode count(String definition) {
        Answer answer = ask(json(definition));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Answer ask(String definition) {
        return operator.post(path + "/count", "{\"definition\":" + definition + "}");
    }

    private String saved(String name, String definition) {
        return operator.post(path, json("{'name':'" + name + "','definition':" + definition + "}"))
                .json()
                .get("id")
                .stringValue();
    }

    private static String city(String operator, String values) {
        return "{'type':'attribute','attribute':'city','operator':'" + operator + "','values':[" + values + "]}";
    }

    private static String orders(String value, String window) {
        return "{'type':'orders','measure':'count','operator':'atLeast','value':" + value + ",'window':" + window + "}";
    }

    private static String quoted(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    }
}
