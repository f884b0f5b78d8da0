package io.waterwheel.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.testing.Browser;
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
class InsightStories {

    @Autowired
    private EventLog log;

    @Autowired
    private Warehouse warehouse;

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
        operator = browsers.signedIn(Role.OPERATOR);
        path = "/api/brands/" + brand.key();
    }

    @Test
    void theHomePageTellsTheYearOfTheNewestOrder() {
        Subject lin = TestEvents.member("M1");
        Subject wang = TestEvents.member("M2");
        append(
                TestEvents.order(brand, lin, "1", "100.00", Instant.parse("2010-12-31T23:30:00Z")), // 1 January there
                TestEvents.order(brand, lin, "2", "50.00", Instant.parse("2011-03-01T04:00:00Z")),
                TestEvents.order(brand, wang, "3", "30.00", Instant.parse("2011-03-02T04:00:00Z")),
                TestEvents.order(brand, Subject.NOBODY, "4", "20.00", Instant.parse("2011-12-08T16:00:00Z")),
                TestEvents.refund(brand, lin, "R1", "10.00", Instant.parse("2011-04-01T04:00:00Z")),
                TestEvents.order(brand, wang, "5", "999.00", Instant.parse("2010-06-01T04:00:00Z")));

        JsonNode home = operator.get(path + "/home").json();

        assertThat(home.get("windowFrom").stringValue()).isEqualTo("2011-01-01");
        assertThat(home.get("windowTo").stringValue()).isEqualTo("2011-12-09");
        assertThat(metric(home, "netSales").get("value").longValue()).isEqualTo(19_000);
        assertThat(metric(home, "netSales").get("previous").longValue()).isEqualTo(99_900);
        assertThat(metric(home, "anonymousShare").get("numerator").longValue()).isEqualTo(2_000);
        assertThat(metric(home, "repurchaseRate").get("value").doubleValue()).isEqualTo(0.5);
        assertThat(metric(home, "buyers").get("unit").stringValue()).isEqualTo("people");
        assertThat(metric(home, "memberShare").get("name").get("zh").stringValue())
                .isEqualTo("会销比");
        assertThat(home.get("months")).hasSize(12);
        assertThat(home.get("months").get(0).get("month").stringValue()).isEqualTo("2011-01");
        assertThat(home.get("months").get(0).get("grossSales").longValue()).isEqualTo(10_000);
        assertThat(home.get("months").get(3).get("netSales").longValue()).isEqualTo(-1_000);
        assertThat(home.get("months").get(11).get("partial").booleanValue()).isTrue();
        assertThat(home.get("wheel")).hasSize(5);
        assertThat(home.get("wheel").get(2).get("count").isNull()).isTrue();
    }

    @Test
    void rfmAndLadderStandOnTheSameOrders() {
        for (int buyer = 1; buyer <= 5; buyer++) {
            for (int order = 0; order < buyer; order++) {
                append(TestEvents.order(
                        brand,
                        TestEvents.member("M" + buyer),
                        "o" + buyer + "-" + order,
                        "10.00",
                        Instant.parse("2025-03-01T04:00:00Z").plus(Duration.ofDays(10L * order))));
            }
        }

        JsonNode grid = operator.get(path + "/rfm").json();
        assertThat(grid.get("cells")).hasSize(25);
        assertThat(grid.get("groups").get(0).get("key").stringValue()).isEqualTo("important-value");
        assertThat(grid.get("groups").get(0).get("customers").longValue()).isEqualTo(2);
        String segment = grid.get("groups").get(0).get("definitionOfSegment").toString();
        assertThat(operator.post(path + "/segments/count", "{\"definition\":" + segment + "}")
                        .json()
                        .get("count")
                        .longValue())
                .isEqualTo(2);
        JsonNode steps = operator.get(path + "/ladder").json().get("steps");
        assertThat(steps).hasSize(5);
        assertThat(steps.get(0).get("customers").longValue()).isEqualTo(5);
        assertThat(steps.get(0).get("reachedNext").longValue()).isEqualTo(4);
        assertThat(steps.get(0).get("medianDays").doubleValue()).isEqualTo(10);

        long customer = operator.get(path + "/customers?q=M5")
                .json()
                .get("items")
                .get(0)
                .get("customerNo")
                .longValue();
        JsonNode place = operator.get(path + "/customers/" + customer + "/rfm").json();
        assertThat(place.get("frequency").longValue()).isEqualTo(5);
        assertThat(place.get("group").stringValue()).isEqualTo("important-value");
    }

    @Test
    void nothingAskedOfAnEmptyBrandFails() {
        assertThat(operator.get(path + "/home").status()).isEqualTo(200);
        assertThat(operator.get(path + "/rfm").json().get("cells")).hasSize(25);
        assertThat(operator.get(path + "/ladder").json().get("steps")).isEmpty();
        assertThat(operator.get(path + "/customers/123456/rfm").status()).isEqualTo(204);
        assertThat(operator.get(path + "/broadcasts/123456/result").status()).isEqualTo(404);
    }

    @Test
    void salesAreNotForGuides() {
        assertThat(browsers.signedIn(Role.GUIDE).get(path + "/home").status()).isEqualTo(403);
    }

    private void append(NewEvent... events) {
        assertThat(log.append(List.of(events))).hasSize(events.length);
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
    }

    private static JsonNode metric(JsonNode home, String key) {
        return StreamSupport.stream(home.get("metrics").spliterator(), false)
                .filter(metric -> metric.get("key").stringValue().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
