package io.waterwheel.intake;

import static io.waterwheel.intake.generated.Tables.CATALOGUE_PROPERTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The catalogue learns from what comes in, and tells when something changes.
@ServerTest
class CatalogueStories {

    private static Browser operator;

    @Autowired
    EventLog log;

    @Autowired
    TestBrands brands;

    @Autowired
    Browsers browsers;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext database;

    Brand brand;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
        if (operator == null) {
            operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        }
    }

    @AfterEach
    void theRealTime() {
        clock.reset();
    }

    @Test
    void everyNameIsLearntWithItsPropertiesAndSources() {
        come("Kettle Boiled", 20, i -> """
                {"litres": %d.5, "quick": %b, "colour": "%s", "at": "2026-03-01T10:00:00Z", "phone": "v1:sealed",
                 "parts": [{"sku": "s%d"}]}""".formatted(i, i % 2 == 0, i % 4 == 0 ? "red" : "blue", i));
        come("Product Viewed", 3, i -> "{\"product_id\": \"p\"}");
        learnt("Kettle Boiled", 20);

        JsonNode detail = detail("Kettle Boiled");
        assertThat(detail.at("/entry/events").intValue()).isEqualTo(20);
        assertThat(detail.at("/entry/standard").isNull()).isTrue();
        assertThat(detail.at("/sources/0/source").stringValue()).isEqualTo("test");
        assertThat(detail.at("/sources/0/events").intValue()).isEqualTo(20);
        assertThat(detail.at("/days/0/events").intValue()).isEqualTo(20);
        assertThat(property(detail, "litres").get("type").stringValue()).isEqualTo("number");
        assertThat(property(detail, "quick").get("type").stringValue()).isEqualTo("boolean");
        assertThat(property(detail, "at").get("type").stringValue()).isEqualTo("time");
        assertThat(property(detail, "parts").get("type").stringValue()).isEqualTo("list");
        assertThat(property(detail, "parts[].sku").get("type").stringValue()).isEqualTo("text");
        assertThat(property(detail, "colour").get("filled").doubleValue()).isEqualTo(1.0);
        assertThat(property(detail, "phone").get("personal").booleanValue()).isTrue();

        learnt("Product Viewed", 3);
        JsonNode standard = detail("Product Viewed");
        assertThat(standard.at("/entry/standard").stringValue()).isEqualTo("A product was viewed");
        assertThat(property(standard, "product_id").get("required").booleanValue())
                .isTrue();
        assertThat(property(standard, "product_id").get("standard").stringValue())
                .isEqualTo("The product's code");
    }

    @Test
    void anExampleIsWhatSeveralCustomersShareAndNothingElse() {
        come("Kettle Boiled", 8, i -> """
                {"colour": "red", "nickname": "Li %d", "note": "call 13812345678"}""".formatted(i));
        learnt("Kettle Boiled", 8);
        JsonNode detail = detail("Kettle Boiled");
        assertThat(property(detail, "colour").get("examples")).hasSize(1);
        assertThat(property(detail, "colour").at("/examples/0").stringValue()).isEqualTo("red");
        assertThat(property(detail, "nickname").get("examples")).isEmpty();
        assertThat(property(detail, "note").get("examples")).isEmpty();
        assertThat(database.select(CATALOGUE_PROPERTY.EXAMPLES)
                        .from(CATALOGUE_PROPERTY)
                        .where(CATALOGUE_PROPERTY.BRAND_ID.eq(brand.id().value()))
                        .fetch()
                        .format())
                .doesNotContain("Li ", "138");
    }

    @Test
    void aPropertyThatTurnsPersonalLosesItsExamples() {
        come("Kettle Boiled", 5, i -> "{\"colour\": \"red\"}");
        learnt("Kettle Boiled", 5);
        assertThat(property(detail("Kettle Boiled"), "colour").get("examples")).hasSize(1);
        come("Kettle Boiled", 1, i -> "{\"colour\": \"v1:sealed\"}");
        learnt("Kettle Boiled", 6);
        assertThat(property(detail("Kettle Boiled"), "colour").get("examples")).isEmpty();
    }

    @Test
    void warningsComeFirstAndSayWhatChanged() {
        week("Kettle Boiled", "{\"litres\": 1.5, \"colour\": \"red\"}");
        week("Kettle Washed", "{}");
        clock.advance(Duration.ofDays(1));
        come("Kettle Boiled", 12, i -> "{\"litres\": \"1.5\"}");
        come("Kettle Washed", 1, i -> "{}");
        come("Kettle Dropped", 1, i -> "{}");
        come("order_completed", 1, i -> "{}");
        learnt("order_completed", 1);

        JsonNode list = list();
        assertThat(names(list)).containsExactly("Kettle Boiled", "order_completed", "Kettle Dropped", "Kettle Washed");
        assertThat(warnings(list.get(0)))
                .containsExactly(
                        "“colour” is gone; 100% of the events had it in the 7 days before",
                        "“litres” was a number and is text now");
        assertThat(warnings(list.get(1)).getFirst()).contains("Order Completed");
        assertThat(warnings(list.get(2))).containsExactly("first seen within the last 7 days");
        assertThat(warnings(list.get(3))).isEmpty();

        clock.advance(Duration.ofDays(1));
        come("Kettle Boiled", 12, i -> "{\"litres\": \"1.5\"}");
        learnt("Kettle Boiled", 94);
        assertThat(names(list()).getFirst()).isEqualTo("Kettle Washed");
        assertThat(warnings(list().get(0)).getFirst()).startsWith("none for ").contains("8 a day");
    }

    @Test
    void aFloodIsCountedExactlyAndLookedAtInPart() {
        List<NewEvent> flood = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            flood.add(TestEvents.event(
                    brand, TestEvents.member("m" + i % 50), "Kettle Boiled", clock.instant(), "{\"litres\": 1}"));
        }
        log.append(flood);
        learnt("Kettle Boiled", 3_000);
        JsonNode detail = detail("Kettle Boiled");
        assertThat(property(detail, "litres").get("filled").doubleValue()).isEqualTo(1.0);
    }

    @Test
    void anInventiveSenderDoesNotFillTheCatalogue() {
        come("Kettle Boiled", 50, i -> {
            StringBuilder properties = new StringBuilder("{\"litres\": 1");
            for (int n = 0; n < 20; n++) {
                properties.append(String.format(Locale.ROOT, ", \"k%dx%d\": 1", i, n));
            }
            return properties.append('}').toString();
        });
        learnt("Kettle Boiled", 50);
        assertThat(detail("Kettle Boiled").get("properties").size()).isEqualTo(200);
    }

    @Test
    void theStandardEventsAreListedInTheReadersLanguage() {
        JsonNode standard = operator.get(path("/standard")).json();
        assertThat(standard.size()).isGreaterThan(35);
        JsonNode chinese = browsers.signedIn(Role.OPERATOR)
                .with("Accept-Language", "zh-CN")
                .get(path("/standard"))
                .json();
        assertThat(chinese.toString()).contains("加入购物车", "products[].price", "获得积分");
        assertThat(operator.get(path("/event?name=Nothing")).status()).isEqualTo(404);
        assertThat(browsers.signedIn(Role.GUIDE).get(path("")).status()).isEqualTo(403);
    }

    private void week(String name, String properties) {
        for (int day = 0; day < 7; day++) {
            clock.reset();
            clock.advance(Duration.ofDays(day));
            come(name, 10, i -> properties);
        }
        learnt(name, 70);
    }

    private void come(String name, int many, IntFunction<String> properties) {
        log.append(IntStream.range(0, many)
                .mapToObj(i ->
                        TestEvents.event(brand, TestEvents.member("m" + i), name, clock.instant(), properties.apply(i)))
                .toList());
    }

    private void learnt(String name, int events) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Browser.Answer answer =
                    operator.get(path("/event?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/entry/events").intValue()).isEqualTo(events);
        });
    }

    private JsonNode detail(String name) {
        return operator.get(path("/event?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)))
                .json();
    }

    private JsonNode list() {
        return operator.get(path("")).json();
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(entry -> entry.get("name").stringValue()).toList();
    }

    private static List<String> warnings(JsonNode entry) {
        return entry.get("warnings")
                .valueStream()
                .map(warning -> warning.get("detail").stringValue())
                .toList();
    }

    private static JsonNode property(JsonNode detail, String name) {
        return detail.get("properties")
                .valueStream()
                .filter(property -> property.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String path(String more) {
        return "/api/brands/" + brand.key() + "/event-catalogue" + more;
    }
}
