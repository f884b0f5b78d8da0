package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Segments seen together: what they share, how they differ, what each condition does.
@ServerTest
class SegmentAnalysisStories {

    private static final String EVERYONE = "{'type':'and','conditions':[]}";
    private static final String BUYERS = "{'type':'orders','measure':'count','operator':'atLeast','value':1}";

    @Autowired
    private EventLog log;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Instant recently;
    private Brand brand;
    private Browser operator;
    private String path;
    private String hangzhou;
    private String gold;
    private String buyers;

    /// Eight people: 1–4 of Hangzhou, 3–6 gold, 1, 3 and 8 have bought.
    @BeforeEach
    void aBrandWithThreeSegments() {
        recently = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        path = "/api/brands/" + brand.key() + "/segments";
        for (int number = 1; number <= 8; number++) {
            String city = number <= 4 ? "'city':'杭州'," : "";
            person(number, "{" + city + "'level':'" + (number >= 3 && number <= 6 ? "gold" : "silver") + "'}");
        }
        buys(1, "a", "10.00");
        buys(1, "b", "5.01");
        buys(3, "c", "7.00");
        buys(8, "d", "100.00");
        append(TestEvents.refund(brand, TestEvents.member("M8"), "r", "40.00", recently.plusSeconds(60)));
        settle();
        hangzhou = saved("杭州", attribute("city", "杭州"));
        gold = saved("gold", attribute("attributes.level", "gold"));
        buyers = saved("buyers", BUYERS);
    }

    @Test
    void overlappingSegmentsAreToldByExactlyWhoSharesWhat() {
        JsonNode overlap = ok("/overlap?segments=" + hangzhou + "," + gold + "," + buyers);
        assertThat(texts(overlap.get("segments"), "name")).containsExactly("杭州", "gold", "buyers");
        assertThat(texts(overlap.get("segments"), "count")).containsExactly("4", "4", "3");
        assertThat(overlap.get("union").intValue()).isEqualTo(7);
        assertThat(overlap.get("base").intValue()).isEqualTo(8);
        // 5, 6 only gold · 1 Hangzhou and buyer · 2 Hangzhou · 3 all · 4 Hangzhou and gold · 8 only buyer
        assertThat(StreamSupport.stream(overlap.get("intersections").spliterator(), false)
                        .map(one -> one.get("segments").size() + ":"
                                + one.get("count").intValue()))
                .containsExactlyInAnyOrder("1:2", "2:1", "1:1", "3:1", "2:1", "1:1");
        for (JsonNode intersection : overlap.get("intersections")) {
            Answer counted = operator.post(path + "/count", "{\"definition\":" + intersection.get("definition") + "}");
            assertThat(counted.json().get("count"))
                    .as("a new segment of it has as many: %s", intersection)
                    .isEqualTo(intersection.get("count"));
        }
    }

    @Test
    void fewerThanTwoOrMoreThanSixSegmentsAreRefused() {
        assertThat(operator.get(path + "/overlap?segments=" + hangzhou).code()).isEqualTo("invalid");
        assertThat(operator.get(path + "/overlap?segments=" + hangzhou + "," + hangzhou)
                        .status())
                .as("a segment with itself")
                .isEqualTo(422);
        String seven = String.join(
                ",",
                IntStream.range(0, 7).mapToObj(i -> saved("s" + i, EVERYONE)).toList());
        Answer refused = operator.get(path + "/overlap?segments=" + seven);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo("/segments");
        assertThat(operator.get(path + "/overlap?segments=" + hangzhou + ",999999999")
                        .status())
                .isEqualTo(404);
        assertThat(operator.get(path + "/overlap?segments=" + hangzhou + ",x").status())
                .isEqualTo(404);
        assertThat(operator.get(path + "/overlap").status()).isEqualTo(400);
    }

    @Test
    void aDistributionTellsSharesLiftAndTheUnknown() {
        JsonNode cities = ok("/" + buyers + "/distribution?attribute=city");
        assertThat(cities.get("name").stringValue()).isEqualTo("buyers");
        assertThat(cities.get("label").get("zh").stringValue()).isEqualTo("城市");
        assertThat(cities.get("size").intValue()).isEqualTo(3);
        assertThat(cities.get("base").intValue()).isEqualTo(8);
        assertThat(texts(cities.get("parts"), "kind")).containsExactly("value", "unknown");
        JsonNode known = cities.get("parts").get(0);
        assertThat(known.get("from").stringValue()).isEqualTo("杭州");
        assertThat(known.get("inSegment").intValue()).isEqualTo(2);
        assertThat(known.get("inAll").intValue()).isEqualTo(4);
        assertThat(known.get("lift").doubleValue()).isCloseTo((2.0 / 3) / (4.0 / 8), within(1e-9));
        JsonNode unknown = cities.get("parts").get(1);
        assertThat(unknown.get("inSegment").intValue()).isEqualTo(1);
        assertThat(unknown.get("inAll").intValue()).isEqualTo(4);
        for (JsonNode part : cities.get("parts")) {
            assertThat(operator.post(path + "/count", "{\"definition\":" + part.get("definition") + "}")
                            .json()
                            .get("count"))
                    .isEqualTo(part.get("inSegment"));
        }
        for (String attribute : List.of("reachableByWecom", "birthday", "lastSeenAt", "attributes.level")) {
            long all = 0;
            for (JsonNode part :
                    ok("/" + buyers + "/distribution?attribute=" + attribute).get("parts")) {
                all += part.get("inSegment").longValue();
            }
            assertThat(all).as(attribute).isEqualTo(3);
        }
    }

    @Test
    void ofAnEmptySegmentThereIsNoLift() {
        String nobody = saved("nobody", attribute("city", "敦煌"));
        for (JsonNode part : ok("/" + nobody + "/distribution?attribute=city").get("parts")) {
            assertThat(part.get("inSegment").intValue()).isZero();
            assertThat(part.get("lift").isNull()).isTrue();
        }
        JsonNode comparison = ok("/comparison?left=" + nobody + "&right=" + nobody);
        assertThat(comparison.get("jaccard").isNull()).isTrue();
        assertThat(comparison.get("left").get("salesPerPerson").isNull()).isTrue();
        assertThat(ok("/contrasts?left=" + nobody + "&right=" + nobody).get("contrasts"))
                .isEmpty();
    }

    @Test
    void anAttributeThatIsNotThereOrTooVariedIsRefusedWithTheReason() {
        assertThat(operator.get(path + "/" + buyers + "/distribution?attribute=town")
                        .status())
                .isEqualTo(404);
        assertThat(operator.get(path + "/" + buyers + "/distribution?attribute=attributes.%00")
                        .status())
                .isEqualTo(404);
        assertThat(operator.get(path + "/999999999/distribution?attribute=city").status())
                .isEqualTo(404);
        assertThat(ok("/" + buyers + "/distribution?attribute=attributes.nobody-has-it")
                        .get("parts")
                        .get(0)
                        .get("kind")
                        .stringValue())
                .isEqualTo("unknown");
        log.append(IntStream.rangeClosed(1, 5_001)
                .mapToObj(i -> TestEvents.event(
                        brand,
                        TestEvents.member("N" + i),
                        EventNames.IDENTIFIED,
                        recently,
                        json("{'note':'call " + i + "'}")))
                .toList());
        settle();
        Answer refused = operator.get(path + "/" + buyers + "/distribution?attribute=attributes.note");
        assertThat(refused.code()).isEqualTo("attribute-too-varied");
        assertThat(refused.json().get("detail").stringValue()).contains("note");
        assertThat(ok("/contrasts?left=" + hangzhou + "&right=" + gold)
                        .get("skipped")
                        .get(0)
                        .get("en")
                        .stringValue())
                .isEqualTo("note");
    }

    @Test
    void twoSegmentsAreComparedBySizeOverlapAndOrders() {
        JsonNode comparison = ok("/comparison?left=" + hangzhou + "&right=" + buyers);
        assertThat(comparison.get("both").intValue()).isEqualTo(2);
        assertThat(comparison.get("either").intValue()).isEqualTo(5);
        assertThat(comparison.get("jaccard").doubleValue()).isCloseTo(0.4, within(1e-9));
        assertThat(comparison.get("days").intValue()).isEqualTo(365);
        JsonNode left = comparison.get("left");
        assertThat(left.get("count").intValue()).isEqualTo(4);
        assertThat(left.get("buyers").intValue()).isEqualTo(2);
        assertThat(left.get("orders").intValue()).isEqualTo(3);
        assertThat(left.get("netSales").intValue()).isEqualTo(2201);
        assertThat(left.get("salesPerPerson").intValue()).isEqualTo(550);
        assertThat(left.get("orderValue").intValue()).isEqualTo(734);
        JsonNode right = comparison.get("right");
        assertThat(right.get("netSales").intValue())
                .as("less what was refunded")
                .isEqualTo(8201);
        JsonNode day = ok("/comparison?left=" + hangzhou + "&right=" + buyers + "&days=1");
        assertThat(day.get("left").get("orders").intValue())
                .as("three days ago is outside")
                .isZero();
        assertThat(day.get("left").get("orderValue").isNull()).isTrue();
        assertThat(operator.get(path + "/comparison?left=" + hangzhou + "&right=" + buyers + "&days=365000")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatSetsTwoSegmentsApartComesStrongestFirst() {
        JsonNode contrasts = ok("/contrasts?left=" + gold + "&right=" + hangzhou);
        assertThat(contrasts.get("left").intValue()).isEqualTo(4);
        List<String> parts = StreamSupport.stream(contrasts.get("contrasts").spliterator(), false)
                .map(one -> one.get("attribute").stringValue() + " "
                        + one.get("from").asString("–"))
                .toList();
        assertThat(parts).contains("city 杭州", "attributes.level gold", "attributes.level silver");
        JsonNode silver = contrasts.get("contrasts").get(parts.indexOf("attributes.level silver"));
        assertThat(silver.get("inLeft").intValue()).isZero();
        assertThat(silver.get("inRight").intValue()).isEqualTo(2);
        assertThat(silver.get("inAll").intValue()).isEqualTo(4);
        assertThat(silver.get("lift").doubleValue()).isZero();
    }

    @Test
    void eachConditionSaysWhatItDoes() {
        String definition = "{'type':'and','conditions':[" + attribute("city", "杭州") + ",{'type':'not','condition':"
                + BUYERS + "}]}";
        JsonNode effects = operator.post(path + "/effects", json("{'definition':" + definition + "}"))
                .json();
        assertThat(effects.get("count").intValue()).isEqualTo(2);
        assertThat(effects.get("base").intValue()).isEqualTo(8);
        JsonNode city = effects.get("conditions").get(1);
        assertThat(city.get("pointer").stringValue()).isEqualTo("/definition/conditions/0");
        assertThat(city.get("count").intValue()).isEqualTo(4);
        assertThat(city.get("without").intValue()).isEqualTo(5);
        JsonNode not = effects.get("conditions").get(2);
        assertThat(not.get("count").intValue()).isEqualTo(5);
        assertThat(not.get("without").intValue()).isEqualTo(4);
    }

    @Test
    void anotherBrandsSegmentsAreNotAnalysedAndGuidesAnalyseNothing() {
        String elsewhere = "/api/brands/" + brands.chinese().key() + "/segments";
        assertThat(operator.get(elsewhere + "/overlap?segments=" + hangzhou + "," + gold)
                        .status())
                .isEqualTo(404);
        assertThat(operator.get(elsewhere + "/" + gold + "/distribution?attribute=city")
                        .status())
                .isEqualTo(404);
        Browser guide = browsers.signedIn(Role.GUIDE);
        for (String question : List.of(
                "/overlap?segments=" + hangzhou + "," + gold,
                "/" + gold + "/distribution?attribute=city",
                "/comparison?left=" + hangzhou + "&right=" + gold,
                "/contrasts?left=" + hangzhou + "&right=" + gold)) {
            assertThat(guide.get(path + question).status()).as(question).isEqualTo(403);
        }
        assertThat(guide.post(path + "/effects", json("{'definition':" + EVERYONE + "}"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theLanguagesSchemaIsAnsweredToAnybody() {
        Answer schema = browsers.open().get("/schemas/segment-definition.json");
        assertThat(schema.status()).isEqualTo(200);
        assertThat(schema.headers().firstValue("Content-Type").orElse("")).startsWith("application/schema+json");
        assertThat(schema.json().get("$defs").has("OrdersCondition")).isTrue();
    }

    private JsonNode ok(String question) {
        Answer answer = operator.get(path + question);
        assertThat(answer.status()).as("%s: %s", question, answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field).asString())
                .toList();
    }

    private static String attribute(String attribute, String value) {
        return "{'type':'attribute','attribute':'" + attribute + "','operator':'is','values':['" + value + "']}";
    }

    private String saved(String name, String definition) {
        return operator.post(path, json("{'name':'" + name + "','definition':" + definition + "}"))
                .json()
                .get("id")
                .stringValue();
    }

    private void person(int number, String properties) {
        append(TestEvents.event(
                brand, TestEvents.member("M" + number), EventNames.IDENTIFIED, recently, json(properties)));
    }

    private void buys(int number, String order, String total) {
        append(TestEvents.order(brand, TestEvents.member("M" + number), order, total, recently));
    }

    private void append(NewEvent event) {
        assertThat(log.append(List.of(event))).hasSize(1);
    }

    private void settle() {
        assertThat(warehouse.catchUp(Duration.ofSeconds(60))).isTrue();
    }
}
