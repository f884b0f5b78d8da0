package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.CouponStage.request;
import static io.waterwheel.loyalty.CouponStage.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.loyalty.membercentre.card.MemberPasses;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestStores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A guide takes coupons at the stores an administrator gave them, and at no other.
@ServerTest
class GuideStoreStories {

    private static final String OURS = "nanjing-road";
    private static final String THEIRS = "west-lake";

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private CouponCodes codes;

    @Autowired
    private MemberPasses passes;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    private CouponStage stage;
    private CustomerNo li;
    private Browser guide;

    @BeforeEach
    void aGuideOfNanjingRoad() {
        stage = new CouponStage(brands, browsers, log, customers);
        li = new MallStage(stage, log, ledger).member("li", 320);
        guide = browsers.guideOf(stage.brand, OURS).with("Accept-Language", "en");
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void aGuideRedeemsAtTheirStoreAndItIsWhatTheStoreIsOwed() {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        Answer asked = guide.post(desk("ask", OURS), wish(coupon, "A1"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(redeem(guide, OURS, coupon).status()).isEqualTo(200);
        assertThat(stage.state(li, coupon)).isEqualTo("redeemed");
        LocalDate day = stage.brand.dayOf(clock.instant());
        assertThat(stage.operator
                        .get(stage.path("/coupon-settlement?from=" + day + "&until=" + day))
                        .json()
                        .valueStream()
                        .map(row -> row.path("store").asString()))
                .containsExactly(OURS);
    }

    @Test
    void atAnotherStoreTheyAreRefusedAndNothingChanges() {
        long coupon = couponOfTheirs();
        String pass = memberPass();

        Answer refused = redeem(guide, THEIRS, coupon);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("desk-store-not-yours");
        assertThat(refused.json().path("detail").asString()).contains(THEIRS, "Settings");
        assertThat(guide.post(desk("ask", THEIRS), wish(coupon, "A1")).code()).isEqualTo("desk-store-not-yours");
        assertThat(guide.post(desk("member", THEIRS), Map.of("pass", pass)).code())
                .isEqualTo("desk-store-not-yours");
        assertThat(stage.state(li, coupon)).isEqualTo("issued");
        assertThat(guide.post(desk("member", OURS), Map.of("pass", pass)).status())
                .as("the member's code was not used up")
                .isEqualTo(200);
    }

    @Test
    void theStoreInTheBasketOpensNoOtherDoor() {
        long coupon = couponOfTheirs();
        String body = request(codes.of(coupon), "A1", 12_000).replace("'store':null", "'store':'" + THEIRS + "'");
        guide.with("Idempotency-Key", "basket");
        assertThat(guide.post(desk("redeem", OURS), Browser.json(body)).code()).isEqualTo("coupon-wrong-store");
        for (String almost : List.of("", " ", "Nanjing-Road", OURS + "%00", OURS + "," + THEIRS)) {
            assertThat(guide.post(desk("redeem", almost.replace(" ", "%20")), Browser.json(body))
                            .status())
                    .as("'%s'", almost)
                    .isIn(400, 403);
        }
        assertThat(stage.state(li, coupon)).isEqualTo("issued");
    }

    @Test
    void aGuideWithoutAStoreIsToldWhomToAsk() {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        Browser nowhere = browsers.guideOf(stage.brand).with("Accept-Language", "en");
        Answer refused = redeem(nowhere, OURS, coupon);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("desk-no-store");
        assertThat(refused.json().path("detail").asString()).contains("Ask an administrator");
        Map<String, String> shown = Map.of("pass", memberPass());
        assertThat(nowhere.post(desk("member", OURS), shown).code()).isEqualTo("desk-no-store");
        assertThat(nowhere.post(stage.path("/member-desk/read"), shown).code()).isEqualTo("desk-no-store");
        assertThat(stage.state(li, coupon)).isEqualTo("issued");
        assertThat(stores(nowhere)).isEqualTo("{\"everywhere\":false,\"stores\":[]}");
    }

    @Test
    void aStoreOfOneBrandIsNoneOfAnother() {
        Brand other = brands.chinese();
        Browser theirs = browsers.guideOf(other, OURS);
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        assertThat(redeem(theirs, OURS, coupon).code()).isEqualTo("desk-no-store");
        assertThat(theirs.post(stage.path("/member-desk/read"), Map.of("pass", memberPass()))
                        .code())
                .isEqualTo("desk-no-store");
    }

    @Test
    void aGuideReadsACardWhereverTheyWorkInTheBrand() {
        Answer read = guide.post(stage.path("/member-desk/read"), Map.of("pass", memberPass()));
        assertThat(read.status()).as(read.text()).isEqualTo(200);
    }

    @Test
    void anOperatorAnAdministratorAndTheCommandLineWorkEverywhere() {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        for (Browser anybody : List.of(stage.operator, stage.admin, browsers.commandLine())) {
            assertThat(redeem(anybody, THEIRS, stage.coupon(template, li)).status())
                    .isEqualTo(200);
            assertThat(stores(anybody)).isEqualTo("{\"everywhere\":true,\"stores\":[]}");
        }
    }

    @Test
    void whatAnAdministratorChangesCountsAtOnceForAnOpenSession() {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        long first = stage.coupon(template, li);
        long second = stage.coupon(template, li);
        guide.with("Idempotency-Key", "once");
        assertThat(guide.post(desk("redeem", OURS), wish(first, "A1")).status()).isEqualTo(200);

        gives(List.of(THEIRS));
        assertThat(guide.post(desk("redeem", OURS), wish(first, "A1")).code())
                .as("not even what was answered before")
                .isEqualTo("desk-store-not-yours");
        assertThat(redeem(guide, OURS, second).code()).isEqualTo("desk-store-not-yours");
        assertThat(stores(guide)).contains(THEIRS).doesNotContain(OURS);
        gives(List.of());
        assertThat(redeem(guide, THEIRS, second).code()).isEqualTo("desk-no-store");
        gives(List.of(OURS, THEIRS));
        assertThat(redeem(guide, THEIRS, second).status()).isEqualTo(200);
    }

    @Test
    void aGuidesStoresAreToldByNameAndByCodeWhereNobodyToldOfTheName() {
        TestStores.named(database, stage.brand, OURS, "南京路店");
        gives(List.of(THEIRS, OURS));
        assertThat(stores(guide))
                .isEqualTo("{\"everywhere\":false,\"stores\":[{\"code\":\"" + OURS + "\",\"name\":\"南京路店\"},"
                        + "{\"code\":\"" + THEIRS + "\",\"name\":\"" + THEIRS + "\"}]}");
    }

    @Test
    void anOperatorWhoBecomesAGuideHasNoStoreUntilGivenOne() {
        Browser former = browsers.signedIn(Role.OPERATOR);
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        stage.admin.patch(account(former), Map.of("role", "guide"));
        assertThat(redeem(former, OURS, coupon).code()).isEqualTo("desk-no-store");
        stage.admin.patch(account(guide), Map.of("role", "operator"));
        assertThat(redeem(guide, THEIRS, coupon).status()).isEqualTo(200);
    }

    @Test
    void nobodySignedInIsToldOfStores() {
        assertThat(browsers.open().get(stage.path("/coupon-desk/stores")).status())
                .isEqualTo(401);
    }

    /// One that only the other store takes.
    private long couponOfTheirs() {
        String scope = "'products':[],'categories':[],'exceptProducts':[],'exceptCategories':[],'stores':['" + THEIRS
                + "'],'channels':[]";
        return stage.coupon(
                stage.template(terms("{'kind':'amount','off':2000}", "'spend':10000,'pieces':0", scope, "")), li);
    }

    private void gives(List<String> stores) {
        Answer given = stage.admin.patch(account(guide), Map.of("stores", Map.of(stage.brand.key(), stores)));
        assertThat(given.status()).as(given.text()).isEqualTo(200);
    }

    private static String account(Browser person) {
        return "/api/accounts/"
                + person.get("/api/session").json().at("/person/id").asString();
    }

    private String stores(Browser person) {
        return person.get(stage.path("/coupon-desk/stores")).text();
    }

    private Answer redeem(Browser person, String store, long coupon) {
        String order = UUID.randomUUID().toString();
        return person.with("Idempotency-Key", order).post(desk("redeem", store), wish(coupon, order));
    }

    private String desk(String verb, String store) {
        return stage.path("/coupon-desk/" + verb + "?store=" + store);
    }

    private String wish(long coupon, String order) {
        return Browser.json(request(codes.of(coupon), order, 12_000));
    }

    /// What a member's phone shows now.
    private String memberPass() {
        clock.advance(Duration.ofMillis(5));
        return passes.of(new Member(stage.brand, li)).text();
    }
}
