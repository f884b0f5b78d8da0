package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
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
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What people did, asked of the running server.
@ServerTest
class BehaviourStories {

    private static final String VIEWED = "Product Viewed";
    private static final String COUNT = ",'measure':'count','operator':'atLeast','value':1}";

    @Autowired
    private EventLog log;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    private final Instant today = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);

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
    void whatWasViewedAndForHowMuchCanBeAskedFor() {
        does("M1", VIEWED, today, "{'category':'裙','price':99.5,'colours':['红','蓝']}");
        does("M1", VIEWED, today, "{'category':'裙','price':100.5}");
        does("M2", VIEWED, today, "{'category':'鞋','price':500}");
        does("M3", VIEWED, today.minus(Duration.ofDays(40)), "{'category':'裙','page':{'app':'mini'}}");
        assertThat(count("{'type':'events','event':'Product Viewed','where':["
                        + "{'property':'category','operator':'is','values':['裙']}]" + COUNT))
                .isEqualTo(2);
        assertThat(count("{'type':'events','event':'Product Viewed','measure':'sum','property':'price',"
                        + "'operator':'atLeast','value':200,'window':{'type':'last','days':30}}"))
                .isEqualTo(2);
        assertThat(count("{'type':'events','event':'Product Viewed','where':["
                        + "{'property':'page.app','operator':'is','values':['MINI']}]" + COUNT))
                .isEqualTo(1);
        JsonNode answer = ask("{'type':'events','event':'Product Viewed','where':["
                        + "{'property':'colours','operator':'hasAll','values':['蓝','红']}]" + COUNT)
                .json();
        assertThat(answer.get("count").intValue()).isEqualTo(1);
        assertThat(answer.get("reading").get("en").stringValue())
                .isEqualTo("“Product Viewed” (colours has all of “蓝”, “红”) at least 1 time");
    }

    @Test
    void aPaidOrderAndARefundAreEventsToo() {
        log.append(List.of(
                TestEvents.order(brand, TestEvents.member("M1"), "O1", "30.00", today),
                TestEvents.order(brand, TestEvents.member("M2"), "O2", "0.00", today),
                TestEvents.refund(brand, TestEvents.member("M1"), "R1", "5.00", today)));
        assertThat(count("{'type':'events','event':'Order Completed','where':["
                        + "{'property':'products[].product_id','operator':'is','values':['tea']}]" + COUNT))
                .isEqualTo(1);
        assertThat(count("{'type':'events','event':'Order Refunded','measure':'sum','property':'total',"
                        + "'operator':'atLeast','value':5}"))
                .isEqualTo(1);
    }

    @Test
    void whoPutSomethingIntoTheCartAndDidNotBuyIsFoundWhenTheDaysAreOver() {
        does("M1", "Product Added", today.minus(Duration.ofDays(4)), "{}");
        does("M2", "Product Added", today.minus(Duration.ofDays(4)), "{}");
        does("M3", "Product Added", today, "{}");
        log.append(List.of(
                TestEvents.order(brand, TestEvents.member("M2"), "S1", "9.00", today.minus(Duration.ofDays(2)))));
        assertThat(count("{'type':'sequence','steps':[{'event':'Product Added'}],'withinDays':3,"
                        + "'without':{'event':'Order Completed'}}"))
                .isEqualTo(1);
        assertThat(count("{'type':'sequence','steps':[{'event':'Product Added'},{'event':'Order Completed'}],"
                        + "'withinDays':3}"))
                .isEqualTo(1);
    }

    @Test
    void whatTwoCustomersDidIsOnesWhenTheyAreMerged() {
        does("M1", VIEWED, today, "{'category':'裙'}");
        does("M2", VIEWED, today, "{'category':'鞋'}");
        String both = "{'type':'events','event':'Product Viewed','measure':'distinct','property':'category',"
                + "'operator':'atLeast','value':2}";
        assertThat(count(both)).isZero();
        Browser admin = browsers.signedIn(Role.ADMIN);
        JsonNode items =
                admin.get("/api/brands/" + brand.key() + "/customers").json().get("items");
        String merge = "/api/brands/" + brand.key() + "/customers/"
                + items.get(0).get("customerNo").intValue() + "/merge";
        assertThat(admin.post(
                                merge,
                                Map.of("other", items.get(1).get("customerNo").intValue(), "why", "同一人"))
                        .status())
                .isEqualTo(200);
        assertThat(count(both)).isEqualTo(1);
    }

    @Test
    void theWarehouseKeepsNoPersonalValueAndAfterErasureNoneAtAll() {
        does("M1", VIEWED, today, "{'category':'秘密的裙','note':'13800138000','email':'v1:x'}");
        settle();
        assertThat(properties()).contains("秘密的裙").doesNotContain("13800138000").doesNotContain("v1:x");
        Browser admin = browsers.signedIn(Role.ADMIN);
        int customer = admin.get("/api/brands/" + brand.key() + "/customers")
                .json()
                .get("items")
                .get(0)
                .get("customerNo")
                .intValue();
        String erasure = admin.post(
                        "/api/brands/" + brand.key() + "/customers/" + customer + "/erasure", Map.of("reason", "本人要求"))
                .json()
                .get("id")
                .stringValue();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> admin.get("/api/erasures/" + erasure)
                        .json()
                        .path("state")
                        .asString()
                        .equals("done"));
        assertThat(properties()).isEqualTo("[null]");
    }

    @Test
    void theBuilderKnowsEventsTheirPropertiesAndTheValuesThatSeveralShare() {
        for (int i = 1; i <= 3; i++) {
            does("M" + i, VIEWED, today, "{'category':'裙','price':" + i + ",'note':'only " + i + "'}");
        }
        does("M1", "Product Added", today, "{}");
        settle();
        JsonNode events = operator.get(path + "/events").json();
        JsonNode viewed = StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.get("event").stringValue().equals(VIEWED))
                .findFirst()
                .orElseThrow();
        assertThat(viewed.get("count").intValue()).isEqualTo(3);
        assertThat(viewed.get("properties").toString())
                .isEqualTo(json("[{'property':'category','type':'text','suggestions':[{'value':'裙','count':3}]},"
                        + "{'property':'note','type':'text','suggestions':[]},"
                        + "{'property':'price','type':'number','suggestions':[]}]"));
        assertThat(browsers.signedIn(Role.GUIDE).get(path + "/events").status()).isEqualTo(403);
    }

    @Test
    void hostileWordsAreOnlyWordsInEveryPlace() {
        does("M1", VIEWED, today, "{'category':'裙'}");
        for (String word : List.of("x' or '1'='1", "'); drop table event; --", "?", "{0}", "${1}", ":name", "(a+)+$")) {
            for (String definition : List.of(
                    "{\"type\":\"events\",\"event\":\"W\",\"measure\":\"count\",\"operator\":\"atLeast\",\"value\":1}",
                    "{\"type\":\"events\",\"event\":\"Product Viewed\",\"where\":[{\"property\":\"W\",\"operator\":\"contains\","
                            + "\"values\":[\"W\"]}],\"measure\":\"count\",\"operator\":\"atLeast\",\"value\":1}",
                    "{\"type\":\"events\",\"event\":\"Product Viewed\",\"measure\":\"distinct\",\"property\":\"W\","
                            + "\"operator\":\"atLeast\",\"value\":1}",
                    "{\"type\":\"sequence\",\"steps\":[{\"event\":\"W\"},{\"event\":\"Product Viewed\",\"where\":[{\"property\":"
                            + "\"category\",\"operator\":\"is\",\"values\":[\"W\"]}]}],\"withinDays\":1}")) {
                Answer answer =
                        operator.post(path + "/count", "{\"definition\":" + definition.replace("W", word) + "}");
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                assertThat(answer.json().get("count").intValue()).as(definition).isZero();
            }
        }
    }

    private String properties() {
        return warehouse.read(
                context -> context.fetch("select list(cast(properties as varchar)) from event where brand_id = "
                                + brand.id().value() + " and name = '" + VIEWED + "'")
                        .getFirst()
                        .get(0)
                        .toString());
    }

    private void does(String member, String event, Instant at, String properties) {
        assertThat(log.append(List.of(TestEvents.event(brand, TestEvents.member(member), event, at, json(properties)))))
                .hasSize(1);
    }

    private int count(String definition) {
        return ask(definition).json().get("count").intValue();
    }

    private Answer ask(String definition) {
        settle();
        return operator.post(path + "/count", json("{'definition':" + definition + "}"));
    }

    private void settle() {
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
    }
}
