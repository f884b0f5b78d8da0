package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class SegmentStories {

    private static final Instant NEW_YEAR_IN_SHANGHAI = Instant.parse("2025-12-31T23:30:00Z");
    private static final String BUYERS = "{'type':'orders','measure':'count','operator':'atLeast','value':1}";

    @Autowired
    private EventLog log;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Segments segments;

    @Autowired
    private StandingOn users;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private String path;

    @BeforeEach
    void aBrandAndItsOperator() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        path = "/api/brands/" + brand.key() + "/segments";
    }

    @Test
    void aQuestionIsAnsweredWithItsCountItsReadingAndAFewOfThem() {
        person("M1", "杭州", "gold");
        person("M2", "上海", "gold");
        person("M3", "杭州", "10");
        buys("M1", "a1", "20.00", NEW_YEAR_IN_SHANGHAI);
        settle();
        String hangzhou = attribute("city", "is", "'杭州'");

        JsonNode count = ask("/count", hangzhou).json();
        assertThat(count.get("count").intValue()).isEqualTo(2);
        assertThat(count.get("base").intValue()).isEqualTo(3);
        assertThat(count.get("reading").get("en").stringValue()).isEqualTo("city is “杭州”");
        assertThat(Instant.parse(count.get("dataAt").stringValue())).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        JsonNode sample = ask("/sample", "{'type':'and','conditions':[" + hangzhou + "," + BUYERS + "]}")
                .json();
        assertThat(sample).hasSize(1);
        assertThat(sample.get(0).get("netSales").intValue()).isEqualTo(2000);
    }

    @Test
    void aDayIsTheBrandsDay() {
        person("M1", "杭州", "gold");
        buys("M1", "n1", "20.00", NEW_YEAR_IN_SHANGHAI);
        settle();
        assertThat(bought("2026-01-01")).isEqualTo(1);
        assertThat(bought("2025-12-31")).isZero();
    }

    @Test
    void theFieldsAreThoseTheBrandsCustomersHave() {
        person("M1", "杭州", "gold");
        person("M2", "杭州", "gold");
        person("M3", "上海", "silver");
        settle();
        JsonNode city = field("city");
        assertThat(city.get("type").stringValue()).isEqualTo("text");
        assertThat(city.get("suggestions").get(0).get("value").stringValue()).isEqualTo("杭州");
        assertThat(city.get("suggestions").get(0).get("count").intValue()).isEqualTo(2);
        assertThat(field("attributes.level").get("suggestions")).hasSize(2);
        assertThat(field("reachableByWecom").get("operators").toString()).isEqualTo("[\"is\",\"isNot\"]");
    }

    @Test
    void aDefinitionThatCannotBeIsRefusedAtItsPlacesInTheCallersLanguage() {
        String wrong = "{'type':'and','conditions':[" + attribute("birthday", "is", "'soon'")
                + ",{'type':'orders','measure':'count','operator':'atLeast','value':'x'}]}";
        Answer refused = ask("/count", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("segment-invalid");
        assertThat(refused.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo("/definition/conditions/0/values/0");
        assertThat(refused.json().get("errors").get(0).get("detail").stringValue())
                .isEqualTo("Must be a day such as 2025-01-31.");
        assertThat(refused.json().get("errors").get(1).get("pointer").stringValue())
                .isEqualTo("/definition/conditions/1/value");
        assertThat(operator.post(path, json("{'name':'x','definition':" + wrong + "}"))
                        .status())
                .isEqualTo(422);
        Answer empty = operator.post(path + "/count", "{}");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo("/definition");
        assertThat(operator.get(path).json()).isEmpty();
    }

    @Test
    void hostileWordsAreOnlyWords() {
        person("M1", "杭州", "gold");
        settle();
        for (String word : List.of(
                "x' or '1'='1",
                "x\\\"; drop table relation; --",
                "?",
                "{0}",
                "${1}",
                ":name",
                "'); select 1; --",
                "\\\\")) {
            String value = "\"" + word + "\"";
            for (String attribute : List.of("city", "attributes.level", "attributes." + word)) {
                for (String operator : List.of("is", "contains")) {
                    String condition = "{\"type\":\"attribute\",\"attribute\":\"" + attribute + "\",\"operator\":\""
                            + operator + "\",\"values\":[" + value + "]}";
                    Answer answer = this.operator.post(path + "/count", "{\"definition\":" + condition + "}");
                    assertThat(answer.status()).as(condition).isEqualTo(200);
                    assertThat(answer.json().get("count").intValue())
                            .as(condition)
                            .isZero();
                    assertThat(answer.json().get("base").intValue()).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void aSavedSegmentKeepsItsVersionsAndItsNameToItself() {
        person("M1", "杭州", "gold");
        settle();
        Answer made =
                save(null, "{'name':' 杭州 ','description':null,'definition':" + attribute("city", "is", "'杭州'") + "}");
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().get("id").stringValue();
        assertThat(made.json().get("name").stringValue()).isEqualTo("杭州");
        assertThat(made.json().get("count").intValue()).isEqualTo(1);
        assertThat(made.json().get("definition").get("type").stringValue()).isEqualTo("attribute");

        assertThat(save(null, "{'name':'杭州','definition':" + BUYERS + "}").code())
                .isEqualTo("segment-name-taken");
        Answer renamed =
                save(id, "{'name':'杭州','description':'西湖','definition':" + attribute("city", "is", "'杭州'") + "}");
        assertThat(renamed.json().get("version").intValue())
                .as("a description is no new version")
                .isEqualTo(1);
        Answer changed = save(id, "{'name':'杭州','definition':" + BUYERS + "}");
        assertThat(changed.json().get("version").intValue()).isEqualTo(2);
        assertThat(changed.json().get("count").intValue()).isZero();
        assertThat(operator.get(path + "/" + id).json()).isEqualTo(changed.json());
        assertThat(operator.get(path).json()).hasSize(1);
        assertThat(segments.name(brand, SegmentId.of(id))).isEqualTo("杭州");
        JsonNode trail = browsers.commandLine()
                .get("/api/audit?action=segment.update")
                .json()
                .get("items");
        assertThat(StreamSupport.stream(trail.spliterator(), false))
                .filteredOn(entry -> entry.get("subject").stringValue().equals("segment/" + id))
                .hasSize(2);
    }

    @Test
    void aSegmentSomethingStandsOnStays() {
        String id = save(null, "{'name':'buyers','definition':" + BUYERS + "}")
                .json()
                .get("id")
                .stringValue();
        users.stand(SegmentId.of(id), "broadcast/7");
        Answer refused = operator.delete(path + "/" + id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("segment-in-use");
        assertThat(refused.json().get("detail").stringValue()).contains("broadcast/7");
        users.leave(SegmentId.of(id));
        assertThat(operator.delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(operator.get(path + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void membersAreEverybodyAcknowledgedBeforeTheQuestion() {
        String id = save(null, "{'name':'buyers','definition':" + BUYERS + "}")
                .json()
                .get("id")
                .stringValue();
        for (int i = 1; i <= 20; i++) {
            buys("M" + i, "o" + i, "1.00", Instant.now());
            assertThat(segments.members(brand, SegmentId.of(id)).getCardinality())
                    .isEqualTo(i);
        }
        assertThat(operator.get(path + "/" + id).json().get("count").intValue()).isEqualTo(20);
    }

    @Test
    void anotherBrandsSegmentIsNotThere() {
        String id = save(null, "{'name':'buyers','definition':" + BUYERS + "}")
                .json()
                .get("id")
                .stringValue();
        String elsewhere = "/api/brands/" + brands.chinese().key() + "/segments/";
        assertThat(operator.get(elsewhere + id).status()).isEqualTo(404);
        assertThat(operator.delete(elsewhere + id).status()).isEqualTo(404);
        assertThat(operator.get(path + "/none").status()).isEqualTo(404);
    }

    @Test
    void guidesDoNotAskAboutEverybody() {
        Browser guide = browsers.signedIn(Role.GUIDE);
        assertThat(guide.get(path).status()).isEqualTo(403);
        assertThat(guide.post(path + "/sample", json("{'definition':" + BUYERS + "}"))
                        .status())
                .isEqualTo(403);
    }

    private int bought(String day) {
        String window = "{'type':'between','from':'" + day + "','to':'" + day + "'}";
        return ask("/count", BUYERS.replace("}", ",'window':" + window + "}"))
                .json()
                .get("count")
                .intValue();
    }

    private JsonNode field(String attribute) {
        return StreamSupport.stream(operator.get(path + "/fields").json().spliterator(), false)
                .filter(field -> field.get("attribute").stringValue().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    private Answer ask(String what, String definition) {
        return operator.post(path + what, json("{'definition':" + definition + "}"));
    }

    private Answer save(@org.jspecify.annotations.Nullable String id, String segment) {
        return id == null ? operator.post(path, json(segment)) : operator.put(path + "/" + id, json(segment));
    }

    private static String attribute(String attribute, String operator, String values) {
        return "{'type':'attribute','attribute':'" + attribute + "','operator':'" + operator + "','values':[" + values
                + "]}";
    }

    private void person(String member, String city, String level) {
        append(TestEvents.event(
                brand,
                TestEvents.member(member),
                EventNames.IDENTIFIED,
                NEW_YEAR_IN_SHANGHAI,
                json("{'city':'" + city + "','level':'" + level + "'}")));
    }

    private void buys(String member, String number, String total, Instant at) {
        append(TestEvents.order(brand, TestEvents.member(member), number, total, at));
    }

    private void append(NewEvent event) {
        assertThat(log.append(List.of(event))).hasSize(1);
    }

    private void settle() {
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
    }
}
