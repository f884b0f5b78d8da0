package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.member.CardNumber;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// How people become members, by whichever channel.
@ServerTest
class EnrolmentStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    private CouponStage stage;

    @BeforeEach
    void aBrand() {
        stage = new CouponStage(brands, browsers, log, customers);
    }

    @Test
    void whoJoinsHasACardAtOnceAndOneOnlyHoweverOftenItIsAsked() {
        String phone = phone();
        Browser.Answer joined = join("a1", "mini_program", name("phone", phone), name("openid", "wx1:o-" + phone));
        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        assertThat(joined.json().path("joined").asBoolean()).isTrue();
        String card = joined.json().path("card").asString();
        assertThat(CardNumber.is(card)).isTrue();

        assertThat(join("a1", "mini_program", name("phone", phone), name("openid", "wx1:o-" + phone))
                        .json()
                        .path("card")
                        .asString())
                .isEqualTo(card);
        Browser.Answer again = join("b7", "app", name("openid", "wx1:o-" + phone));
        assertThat(again.json().path("card").asString()).isEqualTo(card);
        assertThat(again.json().path("joined").asBoolean()).isFalse();
        CustomerNo customer = new CustomerNo(joined.json().path("customer").asInt());
        stage.told(customer, EventNames.MEMBER_JOINED, 1);
        assertThat(memberships(customer)).hasSize(1);
    }

    @Test
    void aTillWhoseKeyAllowsItMakesMembersAndAnotherDoesNot() {
        Browser.Answer made = stage.admin.post(
                stage.path("/till-keys"), Browser.json("{'name':'收银','store':'east','scopes':['member.join']}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        Browser till = browsers.open()
                .with("Authorization", "Bearer " + made.json().path("secret").asString())
                .with("Idempotency-Key", "n1");
        Browser.Answer joined = till.post("/till/v1/members", body("", name("phone", phone())));
        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        assertThat(joined.json().path("joined").asBoolean()).isTrue();
        assertThat(stage.till("east").call("ask", "{}").code()).isNotEqualTo("till-key-scope");
        assertThat(till.post("/till/v1/coupons/ask", Browser.json(CouponStage.request("0", "A1", 100)))
                        .code())
                .isEqualTo("till-key-scope");
    }

    @Test
    void twentyCallsForOnePersonAtOnceMakeOneMember() throws Exception {
        String phone = phone();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String key = "k" + i % 4;
            calls.add(() ->
                    join(key, "app", name("phone", phone)).json().path("card").asString());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> cards = new ArrayList<>();
            for (Future<String> one : threads.invokeAll(calls)) {
                cards.add(one.get());
            }
            assertThat(cards).doesNotContain("").containsOnly(cards.getFirst());
        }
    }

    @Test
    void badNamesChannelsAndKeysAreRefused() {
        String good = name("phone", phone());
        assertThat(join("", "app", good).code()).isEqualTo("enrolment-key-missing");
        assertThat(join("c", "No Channel", good).code()).isEqualTo("invalid");
        assertThat(join("c", "app").code()).isEqualTo("invalid");
        assertThat(join("c", "app", name("anonymous_id", "browser")).code()).isEqualTo("invalid");
        assertThat(join("c", "app", name("phone", "---")).code()).isEqualTo("invalid");
        assertThat(join("c", "app", good).status()).isEqualTo(200);
        assertThat(join("c", "app", name("phone", phone())).code()).isEqualTo("enrolment-key-taken");
    }

    private List<JsonNode> memberships(CustomerNo customer) {
        return stage.operator
                .get(stage.path("/customers/" + customer + "/memberships"))
                .json()
                .valueStream()
                .toList();
    }

    private Browser.Answer join(String key, String channel, String... names) {
        return stage.operator.with("Idempotency-Key", key).post(stage.path("/members"), body(channel, names));
    }

    private static String body(String channel, String... names) {
        return Browser.json("{'names':[" + String.join(",", names) + "],'channel':'" + channel + "'}");
    }

    private static String name(String kind, String value) {
        return "{'kind':'" + kind + "','value':'" + value + "'}";
    }

    private static String phone() {
        return "1380%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));
    }
}
