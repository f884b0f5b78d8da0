package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.PATIENCE;
import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.generated.Tables.GRANT_LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/// Above the brand's limit one person asks and another decides.
@ServerTest
class GrantStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext database;

    @Autowired
    private TransactionOperations transactions;

    private CouponStage stage;
    private Browser colleague;
    private CustomerNo li;

    @BeforeEach
    void aBrandThatWantsFourEyes() {
        stage = new CouponStage(brands, browsers, log, customers);
        colleague = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        li = stage.customer("李雷");
        Browser.Answer limited = stage.admin.put(limit(), Map.of("points", 1_000, "coupons", 2));
        assertThat(limited.status()).as(limited.text()).isEqualTo(200);
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void manyPointsAreBookedWhenAColleagueSaysYes() {
        Map<String, Object> grant = Map.of("key", "sorry", "points", 5_000, "note", "订单送错了");
        Browser.Answer refused = stage.operator.post(points() + "/grants", grant);
        assertThat(refused.code()).isEqualTo("grant-needs-approval");

        JsonNode asked = ask("sorry", 5_000);
        assertThat(asked.path("state").asString()).isEqualTo("asked");
        assertThat(ask("sorry", 5_000).path("id")).isEqualTo(asked.path("id"));
        assertThat(stage.operator
                        .post(
                                stage.path("/loyalty/grant-requests/points"),
                                Map.of(
                                        "customer",
                                        li.value(),
                                        "taken",
                                        false,
                                        "key",
                                        "sorry",
                                        "points",
                                        5_000,
                                        "note",
                                        "别的事"))
                        .code())
                .isEqualTo("grant-key-taken");
        assertThat(decide(stage.operator, asked, "approve").code()).isEqualTo("grant-own-approval");
        assertThat(held()).isZero();

        assertThat(colleague
                        .get(stage.path("/loyalty/grant-requests?open=true"))
                        .json()
                        .at("/0/mayDecide")
                        .asBoolean())
                .isTrue();
        Browser.Answer approved = decide(colleague, asked, "approve");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> state(asked).equals("done"));
        assertThat(held()).isEqualTo(5_000);
        assertThat(decide(colleague, asked, "approve").code()).isEqualTo("grant-decided");
        assertThat(held()).isEqualTo(5_000);
        assertThat(stage.admin.get("/api/audit?size=50").text()).contains("grant.ask", "grant.approve", "grant.limit");
    }

    @Test
    void whatIsRefusedIsNotGivenAndSaysWhy() {
        JsonNode asked = ask("much", 50_000);
        assertThat(decide(colleague, asked, "refuse").code()).isEqualTo("invalid");
        Browser.Answer refused = colleague.post(
                stage.path("/loyalty/grant-requests/" + asked.path("id").asString() + "/refuse"),
                Map.of("reason", "没有凭证"));
        assertThat(refused.json().path("state").asString()).isEqualTo("refused");
        assertThat(refused.json().path("reason").asString()).isEqualTo("没有凭证");
        assertThat(held()).isZero();
    }

    @Test
    void takingMoreThanThereIsFailsAndSaysSo() {
        Browser.Answer asked = stage.operator.post(
                stage.path("/loyalty/grant-requests/points"),
                Map.of("customer", li.value(), "taken", true, "key", "take", "points", 2_000, "note", "误发"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        decide(colleague, asked.json(), "approve");
        await().atMost(PATIENCE).until(() -> state(asked.json()).equals("failed"));
        assertThat(request(asked.json()).path("reason").asString()).isEqualTo("insufficient");
    }

    @Test
    void aLargeBatchOfCouponsNeedsASecondPersonAndASmallOneDoesNot() {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        String batches = stage.path("/coupon-templates/" + template + "/batches");
        assertThat(stage.operator.post(batches, "{\"codes\":2}").status()).isEqualTo(201);
        assertThat(stage.operator.post(batches, "{\"codes\":3}").code()).isEqualTo("grant-needs-approval");
        assertThat(stage.operator.post(batches, "{\"codes\":1}").code())
                .as("one more on the same day")
                .isEqualTo("grant-needs-approval");
        assertThat(colleague.post(batches, "{\"codes\":1}").status())
                .as("a colleague's first")
                .isEqualTo(201);

        Browser.Answer asked = stage.operator.post(
                stage.path("/loyalty/grant-requests/coupons"),
                Browser.json("{'template':'" + template + "','batch':{'codes':3},'key':'paper','note':'地推'}"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.json().path("coupons").asInt()).isEqualTo(3);
        assertThat(stage.operator
                        .post(stage.path("/loyalty/grant-requests/coupons"), Browser.json("{'key':'k','note':'n'}"))
                        .code())
                .isEqualTo("invalid");
        assertThat(decide(colleague, asked.json(), "approve")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("done");
        await().atMost(PATIENCE)
                .until(() -> stage.figures(template).path("issued").asInt() == 6);
    }

    @Test
    void manySmallGrantsOfOneDayAreOneLargeOne() {
        assertThat(give("a", 600).status()).isEqualTo(200);
        assertThat(give("a", 600).status()).as("sent again").isEqualTo(200);
        assertThat(give("b", 400).status()).isEqualTo(200);
        assertThat(give("c", 1).code()).isEqualTo("grant-needs-approval");
        assertThat(give("a", 1_000).code())
                .as("another amount under a key of before")
                .isEqualTo("grant-needs-approval");
        assertThat(stage.operator
                        .post(points() + "/deductions", Map.of("key", "d", "points", 1, "note", "误发"))
                        .code())
                .isEqualTo("grant-needs-approval");
        assertThat(held()).isEqualTo(1_000);

        clock.advance(Duration.ofDays(1));
        assertThat(give("c", 1_000).status()).as("on the next day").isEqualTo(200);
    }

    @Test
    void whatWasRefusedDoesNotCount() {
        assertThat(give("a", 600).status()).isEqualTo(200);
        assertThat(stage.operator
                        .post(points() + "/deductions", Map.of("key", "d", "points", 400, "note", "误发"))
                        .status())
                .isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(stage.operator
                        .post(points() + "/deductions", Map.of("key", "e", "points", 900, "note", "误发"))
                        .code())
                .isEqualTo("points-insufficient");
        assertThat(give("b", 300).status()).isEqualTo(200);
        assertThat(give("b", 800).code()).as("the key stands for 300").isEqualTo("points-key-taken");
        assertThat(give("c", 701).code()).as("300 are given").isEqualTo("grant-needs-approval");
        assertThat(give("c", 700).status()).isEqualTo(200);

        String template = stage.template(TWENTY_FROM_HUNDRED, "'perCustomer':1");
        assertThat(issue(template, li, "k1").status()).isEqualTo(200);
        assertThat(issue(template, li, "k2").code()).isEqualTo("coupon-not-issued");
        assertThat(issue(template, stage.customer("韩梅梅"), "k3").status()).isEqualTo(200);
        assertThat(issue(template, stage.customer("魏华"), "k4").code()).isEqualTo("grant-needs-approval");
    }

    private Browser.Answer issue(String template, CustomerNo customer, String key) {
        return stage.operator
                .with("Idempotency-Key", key)
                .post(stage.path("/coupon-templates/" + template + "/issue"), "{\"customer\":" + customer + "}");
    }

    @Test
    void aLimitThatIsLoweredMeanwhileHolds() throws Exception {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Browser.Answer> given = transactions.execute(_ -> {
                database.update(GRANT_LIMIT)
                        .set(GRANT_LIMIT.POINTS, 100L)
                        .where(GRANT_LIMIT.BRAND_ID.eq(stage.brand.id().value()))
                        .execute();
                Future<Browser.Answer> waiting = hands.submit(() -> give("a", 500));
                await().atMost(PATIENCE).until(this::somebodyWaitsForTheLimit);
                return waiting;
            });
            assertThat(given.get().code()).isEqualTo("grant-needs-approval");
        }
        assertThat(held()).isZero();
    }

    private boolean somebodyWaitsForTheLimit() {
        return database.fetchExists(DSL.selectOne()
                .from("pg_stat_activity")
                .where("wait_event_type = 'Lock' and query like '%grant_limit%' and pid <> pg_backend_pid()"));
    }

    @Test
    void halvesThatAreSentAtOnceAreNotTwiceTheLimit() throws Exception {
        List<Callable<Browser.Answer>> halves = IntStream.range(0, 8)
                .<Callable<Browser.Answer>>mapToObj(i -> () -> give("half-" + i, 500))
                .toList();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Browser.Answer> half : hands.invokeAll(halves)) {
                assertThat(half.get().status()).isIn(200, 409);
            }
        }
        assertThat(held()).isEqualTo(1_000);
    }

    private Browser.Answer give(String key, long points) {
        return stage.operator.post(points() + "/grants", Map.of("key", key, "points", points, "note", "补发"));
    }

    @Test
    void onlyAnAdministratorSaysWhenOneIsEnough() {
        assertThat(stage.operator.put(limit(), Map.of("points", 9)).status()).isEqualTo(403);
        assertThat(stage.admin.put(limit(), Map.of("points", -1)).code()).isEqualTo("invalid");
        assertThat(stage.admin.get(limit()).json().path("points").asLong()).isEqualTo(1_000);
    }

    private JsonNode ask(String key, long points) {
        Browser.Answer asked = stage.operator.post(
                stage.path("/loyalty/grant-requests/points"),
                Map.of("customer", li.value(), "taken", false, "key", key, "points", points, "note", "订单送错了"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return asked.json();
    }

    private Browser.Answer decide(Browser who, JsonNode asked, String what) {
        return who.post(stage.path("/loyalty/grant-requests/" + asked.path("id").asString() + "/" + what), Map.of());
    }

    private JsonNode request(JsonNode asked) {
        return stage.operator
                .get(stage.path("/loyalty/grant-requests"))
                .json()
                .valueStream()
                .filter(one -> one.path("id").equals(asked.path("id")))
                .findFirst()
                .orElseThrow();
    }

    private String state(JsonNode asked) {
        return request(asked).path("state").asString();
    }

    private long held() {
        return stage.operator.get(points()).json().path("available").asLong();
    }

    private String points() {
        return stage.path("/customers/" + li + "/points");
    }

    private String limit() {
        return stage.path("/loyalty/grant-limit");
    }
}
