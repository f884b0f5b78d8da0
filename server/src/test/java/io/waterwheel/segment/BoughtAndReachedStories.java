package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// From the event that was sent to the segment that finds its customer.
@ServerTest
class BoughtAndReachedStories {

    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");

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
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        path = "/api/brands/" + brand.key() + "/segments";
    }

    @Test
    void whatWasBoughtIsFoundByProductCategoryStoreAndChannel() {
        sells(member("M1"), "a1", "'store':'S1','channel':'小程序'," + products("T1", "茶", "60.00", 2));
        sells(member("M2"), "a2", "'store':'S1','platform':'tmall'," + products("C1", "茶具", "50.00", 1));
        sells(member("M3"), "a3", "'channel':{'type':'web'}," + products("T2", "茶", "10.5", 1));
        sells(Subject.NOBODY, "a4", products("T1", "茶", "10.00", 1));
        settle();
        assertThat(count("count", 1, filter("category", "in", "'茶'"))).isEqualTo(2);
        assertThat(count("sum", 12_000, filter("product", "in", "'ｔ1'"))).isEqualTo(1);
        assertThat(count("quantity", 2, filter("store", "in", "'s1'"))).isEqualTo(1);
        assertThat(count("count", 1, filter("channel", "in", "'tmall'")))
                .as("the platform, where no channel is told")
                .isEqualTo(1);
        assertThat(count("count", 1, filter("channel", "in", "'test'")))
                .as("the source, where what is told is no word")
                .isEqualTo(1);
        JsonNode products = operator.get(path + "/sold/product").json();
        assertThat(products).hasSize(3);
        assertThat(products.get(0).get("value").stringValue()).isEqualTo("T1");
        assertThat(products.get(0).get("count").intValue()).isEqualTo(2);
        assertThat(operator.get(path + "/sold/category?q=具").json()).hasSize(1);
        assertThat(operator.get(path + "/sold/colour").status()).isEqualTo(404);
        assertThat(browsers.signedIn(Role.GUIDE).get(path + "/sold/product").status())
                .isEqualTo(403);
    }

    @Test
    void whatTwoNumbersBoughtBelongsToTheOneCustomerTheyBecome() {
        Identifier user = new Identifier(IdentifierKind.USER_ID, brand.key() + "-u1");
        sells(TestEvents.identified(user), "b1", products("T1", "茶", "60.00", 1));
        sells(member("M1"), "b2", products("C1", "茶具", "50.00", 1));
        settle();
        assertThat(count("distinctProducts", 2, null)).isZero();
        append(TestEvents.event(
                brand,
                TestEvents.identified(user, new Identifier(IdentifierKind.MEMBER_NO, "M1")),
                EventNames.IDENTIFIED,
                MARCH,
                "{}"));
        settle();
        assertThat(count("distinctProducts", 2, null)).isEqualTo(1);
        assertThat(count("average", 5_500, null)).isEqualTo(1);
        assertThat(count("average", 5_501, null)).isZero();
    }

    @Test
    void aRefundTakesFromItsLinesOnlyWhatItNames() {
        sells(member("M1"), "c1", products("T1", "茶", "60.00", 2));
        refunds(member("M1"), "r1", products("T1", "茶", "60.00", 1));
        refunds(member("M1"), "r2", "'total':10.00");
        settle();
        assertThat(count("sum", 6_000, filter("category", "in", "'茶'"))).isEqualTo(1);
        assertThat(count("sum", 6_001, filter("category", "in", "'茶'"))).isZero();
        assertThat(count("sum", 5_000, null)).isEqualTo(1);
        assertThat(count("sum", 5_001, null)).isZero();
    }

    @Test
    void aTouchpointIsThereReachableRefusedAndLost() {
        Subject friend = TestEvents.identified(new Identifier(IdentifierKind.EXTERNAL_USERID, brand.key() + "-x1"));
        Subject gone = TestEvents.identified(new Identifier(IdentifierKind.EXTERNAL_USERID, brand.key() + "-x2"));
        Subject mail = TestEvents.identified(
                new Identifier(IdentifierKind.EMAIL, brand.key() + "@example.com"),
                new Identifier(
                        IdentifierKind.PHONE,
                        "+86139" + (10_000_000 + brand.id().value())));
        happens(friend, EventNames.FRIEND_ADDED, 1, "{'guide':'LiNa'}");
        happens(friend, EventNames.FRIEND_REMOVED, 2, "{'guide':'WangWei'}");
        happens(gone, EventNames.FRIEND_ADDED, 1, "{'guide':'LiNa'}");
        happens(gone, EventNames.FRIEND_REMOVED, 2, "{'guide':'LiNa'}");
        happens(mail, EventNames.IDENTIFIED, 1, "{}");
        settle();
        assertThat(touchpoint("wecom", "has")).isEqualTo(2);
        assertThat(touchpoint("wecom", "reachable")).isEqualTo(1);
        assertThat(touchpoint("wecom", "lost")).isEqualTo(1);
        assertThat(ask("{'type':'touchpoint','channel':'wecom','state':'reachable','guides':['lina']}"))
                .isEqualTo(1);
        assertThat(ask("{'type':'touchpoint','channel':'wecom','state':'lost','guides':['LiNa','WangWei']}"))
                .as("who is still a friend of one of them is not lost")
                .isEqualTo(1);
        assertThat(touchpoint("email", "has")).isEqualTo(1);
        assertThat(touchpoint("email", "reachable")).as("nobody said yes").isZero();
        assertThat(touchpoint("sms", "has")).isEqualTo(1);

        happens(mail, EventNames.CONSENT_GRANTED, 2, "{'channel':'any','purpose':'marketing'}");
        happens(friend, EventNames.CONSENT_WITHDRAWN, 2, "{'channel':'wecom','purpose':'marketing'}");
        settle();
        assertThat(touchpoint("email", "reachable")).isEqualTo(1);
        assertThat(touchpoint("sms", "reachable")).isEqualTo(1);
        assertThat(touchpoint("wecom", "reachable")).isZero();
        assertThat(touchpoint("wecom", "unsubscribed")).isEqualTo(1);

        happens(mail, EventNames.MESSAGE_FAILED, 3, "{'channel':'email','reason':'bounced'}");
        settle();
        assertThat(touchpoint("email", "lost")).isEqualTo(1);
        assertThat(touchpoint("email", "reachable")).isZero();
        assertThat(operator.get(path + "/guides").json().toString())
                .isEqualTo("[{\"guide\":\"LiNa\",\"count\":2},{\"guide\":\"WangWei\",\"count\":1}]");
    }

    private int touchpoint(String channel, String state) {
        return ask("{'type':'touchpoint','channel':'" + channel + "','state':'" + state + "'}");
    }

    private int count(String measure, long atLeast, @Nullable String filter) {
        return ask("{'type':'orders','measure':'" + measure + "','operator':'atLeast','value':" + atLeast
                + (filter == null ? "" : ",'where':[" + filter + "]") + "}");
    }

    private int ask(String definition) {
        Answer answer = operator.post(path + "/count", json("{'definition':" + definition + "}"));
        assertThat(answer.status()).as(definition).isEqualTo(200);
        return answer.json().get("count").intValue();
    }

    private static String filter(String fact, String operator, String values) {
        return "{'fact':'" + fact + "','operator':'" + operator + "','values':[" + values + "]}";
    }

    private static String products(String product, String category, String price, int pieces) {
        return "'products':[{'product_id':'" + product + "','category':'" + category + "','price':" + price
                + ",'quantity':" + pieces + "}]";
    }

    private Subject member(String number) {
        return TestEvents.member(number);
    }

    private void sells(Subject subject, String number, String told) {
        purchase(subject, EventNames.ORDER_COMPLETED, "order:", number, told);
    }

    private void refunds(Subject subject, String number, String told) {
        purchase(subject, EventNames.ORDER_REFUNDED, "refund:", number, told);
    }

    private void purchase(Subject subject, String name, String prefix, String number, String told) {
        append(new NewEvent(
                brand.id(),
                "test",
                prefix + number,
                name,
                MARCH,
                subject,
                json("{'order_id':'" + number + "'," + told + "}"),
                "{}"));
    }

    private void happens(Subject subject, String name, int days, String told) {
        append(TestEvents.event(brand, subject, name, MARCH.plus(Duration.ofDays(days)), json(told)));
    }

    private void append(NewEvent event) {
        assertThat(log.append(List.of(event))).hasSize(1);
    }

    private void settle() {
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
    }
}
