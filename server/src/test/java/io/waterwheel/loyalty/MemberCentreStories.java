package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.loyalty.calendar.BenefitRound;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.testing.TestStores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What a member sees, and that nobody sees another's.
@ServerTest
class MemberCentreStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Coupons coupons;

    @Autowired
    private DSLContext database;

    @Autowired
    private BenefitRound round;

    @Autowired
    private TestClock clock;

    private MemberCentreStage stage;
    private Browser li;

    @BeforeEach
    void aMember() {
        stage = new MemberCentreStage(brands, browsers, CORP);
        String path = stage.desk("/loyalty/programme");
        stage.admin.put(path, "{\"definition\":" + programme(List.of(BASE), TIERS) + "}");
        MemberCentreStage.ok(stage.admin.post(path + "/publish", Map.of()));
        clock.advance(Duration.ofMinutes(1));
        li = stage.byPhone(stage.phone(1));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    @Test
    void whatIsBoughtShowsAsOrderPointsAndTheWayToTheNextTier() {
        log.append(List.of(TestEvents.order(stage.brand, phone(1), "A1", "600.00", clock.instant())));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode points = stage.get(li, "/points");
            assertThat(points.path("available").asLong()
                            + points.path("pending").asLong())
                    .isPositive();
            assertThat(stage.get(li, "/tier").path("reached").asLong()).isEqualTo(60_000);
        });
        JsonNode tier = stage.get(li, "/tier");
        JsonNode next = tier.path("tiers")
                .valueStream()
                .filter(step -> step.path("id").equals(tier.path("nextTier")))
                .findFirst()
                .orElseThrow();
        assertThat(tier.path("missing").asLong())
                .isEqualTo(next.path("threshold").asLong() - 60_000);
        assertThat(stage.get(li, "/points/entries")
                        .path("items")
                        .path(0)
                        .path("why")
                        .asString())
                .contains("A1");
        assertThat(stage.get(li, "/orders").path("items").path(0).path("amount").asLong())
                .isEqualTo(60_000);
        assertThat(stage.get(li, "/card").path("tier").asString()).isNotEmpty();
    }

    @Test
    void aCouponIsShownAndRedeemedAtTheDeskOnceByItsPass() {
        String coupon = stage.coupon(coupons, li);
        JsonNode seen = stage.get(li, "/coupons").path(0);
        assertThat(seen.path("id").asString()).isEqualTo(coupon);
        assertThat(seen.path("off").asLong()).isEqualTo(2_000);
        assertThat(seen.path("spend").asLong()).isEqualTo(10_000);
        String pass = li.post(stage.own("/coupons/" + coupon + "/pass"), null)
                .json()
                .path("text")
                .asString();
        String desk = stage.desk("/coupon-desk/redeem?store=nanjing-road");
        Browser.Answer redeemed = desk().post(desk, Browser.json(CouponStage.request(pass, "D1", 12_000)));
        assertThat(redeemed.status()).as(redeemed.text()).isEqualTo(200);
        assertThat(stage.get(li, "/coupons").path(0).path("state").asString()).isEqualTo("redeemed");
        assertThat(stage.get(li, "/card").path("coupons").asInt()).isZero();
    }

    @Test
    void theCardsCodeIsReadAtTheDeskForAMinuteAndAForgedOneIsNot() {
        String pass = li.post(stage.own("/card/pass"), null).json().path("text").asString();
        assertThat(pass).startsWith("WWM1.");
        Browser.Answer read = read(pass);
        assertThat(read.json().path("card").path("card"))
                .isEqualTo(stage.get(li, "/card").path("card"));
        String forged = pass.substring(0, pass.length() - 1) + (pass.endsWith("A") ? "B" : "A");
        assertThat(read(forged).code()).isEqualTo("member-pass-forged");
        assertThat(read("WWP1." + pass.substring(5)).code()).isEqualTo("member-pass-forged");
        assertThat(stage.admin
                        .post("/api/brands/" + brands.chinese().key() + "/member-desk/read", Map.of("pass", pass))
                        .code())
                .as("at another brand")
                .isEqualTo("member-pass-forged");
        clock.advance(Duration.ofSeconds(61));
        assertThat(read(pass).code()).isEqualTo("member-pass-old");
    }

    @Test
    void aMemberSaysWhoTheyAreAndTheBirthdayOnce() {
        Browser.Answer said =
                li.patch(stage.own("/profile"), Map.of("name", "李 雷", "gender", "male", "birthday", "1990-05-17"));
        MemberCentreStage.ok(said);
        assertThat(said.json().path("name").asString()).isEqualTo("李 雷");
        assertThat(said.json().path("phone").asString()).contains("****");
        assertThat(stage.get(li, "/card").path("name").asString()).isEqualTo("李 雷");
        assertThat(li.patch(stage.own("/profile"), Map.of("birthday", "1990-12-01"))
                        .code())
                .isEqualTo("member-birthday-fixed");
        Browser han = stage.byPhone(stage.phone(2));
        assertThat(han.patch(stage.own("/profile"), Map.of("birthday", "2990-12-01"))
                        .code())
                .isEqualTo("member-birthday-absurd");
        assertThat(han.patch(stage.own("/profile"), Map.of("gender", "robot")).code())
                .isEqualTo("invalid");
        assertThat(han.patch(stage.own("/profile"), Map.of("name", "x".repeat(41)))
                        .code())
                .isEqualTo("invalid");
    }

    @Test
    void storesAreShownByNameAndWhatWasReturnedStaysAmongTheOrders() {
        TestStores.named(database, stage.brand, "s1", "静安店");
        MemberCentreStage.ok(stage.admin.post(
                stage.desk("/customers/" + stage.customer(li) + "/points/grants"),
                Browser.json("{'key':'g','points':500,'note':'x','expiresOn':null}")));
        Browser.Answer made = stage.admin.post(
                stage.desk("/mall/items"),
                Browser.json("{'name':'保温杯','kind':'goods','points':300,'description':'','picture':null,'money':0,"
                        + "'template':null,'delivery':false,'stores':['s1','s2'],'stock':1,'perMember':null,'tiers':[],"
                        + "'from':null,'until':null}"));
        String item = made.json().path("id").asString();
        stage.admin.post(stage.desk("/mall/items/" + item + "/shelve"), null);
        JsonNode stores = stage.get(li, "/mall/offers").path(0).path("stores");
        assertThat(stores.at("/0/name").asString()).isEqualTo("静安店");
        assertThat(stores.at("/1/name").asString()).as("nobody told").isEqualTo("s2");

        String wish = Browser.json("{'key':'w1','item':'" + item + "','store':'s1','address':null}");
        Browser.Answer ordered = li.post(stage.own("/mall/orders"), wish);
        assertThat(ordered.json().path("store").asString()).isEqualTo("静安店");
        String order =
                stage.desk("/mall/orders/" + ordered.json().path("number").asString());
        MemberCentreStage.ok(stage.admin.post(order + "/hand-over", null));
        MemberCentreStage.ok(stage.admin.post(order + "/return", Browser.json("{'why':'杯盖破损','restock':true}")));
        JsonNode back = stage.get(li, "/mall/orders").path(0);
        assertThat(back.path("state").asString()).isEqualTo("returned");
        assertThat(back.path("why").asString()).isEqualTo("杯盖破损");
        assertThat(stage.get(li, "/points").path("available").asLong()).isEqualTo(500);
    }

    @Test
    void theTiersListSaysWhatIsGivenAndWhatIsGivenBesideTheProgramme() {
        Browser.Answer made = stage.admin.post(
                stage.desk("/member-benefits"),
                Browser.json("{'name':'银卡月礼','occasion':'month','tiers':['silver'],'plan':null,'daysBefore':0,"
                        + "'day':null,'cost':2,'reward':{'type':'points','points':20}}"));
        MemberCentreStage.ok(stage.admin.post(
                stage.desk("/member-benefits/" + made.json().path("id").asString() + "/start"), null));
        JsonNode silver = stage.get(li, "/tier").at("/tiers/1/benefits");
        assertThat(silver.at("/0/name").asString()).isEqualTo("包邮");
        assertThat(silver.at("/0/gives").isNull()).isTrue();
        assertThat(silver.at("/1/name").asString()).isEqualTo("银卡月礼");
        assertThat(silver.at("/1/gives").asString()).isEqualTo("20 points");
        assertThat(stage.get(li, "/tier").at("/tiers/2/benefits").size()).isEqualTo(1);
    }

    @Test
    void theMemberDayOfATierIsGivenOnceAndItsMemberSeesWhatCameAndWhatComes() {
        // On a day that every month has.
        while (stage.brand.dayOf(clock.instant()).getDayOfMonth() > 28) {
            clock.advance(Duration.ofDays(1));
        }
        int day = stage.brand.dayOf(clock.instant()).getDayOfMonth();
        String tiers = TIERS.replace(
                "'threshold':1000,'benefits':[",
                "'threshold':1000,'benefits':[{'id':'day','name':'银卡会员日','cost':1,'every':'memberDay','day':" + day
                        + ",'gives':{'type':'points','points':8}},");
        String path = stage.desk("/loyalty/programme");
        stage.admin.put(path, "{\"definition\":" + programme(List.of(BASE), tiers) + "}");
        MemberCentreStage.ok(stage.admin.post(path + "/publish", Map.of()));
        Browser han = stage.byPhone(stage.phone(2));
        log.append(List.of(TestEvents.order(stage.brand, phone(1), "A1", "1000.00", clock.instant())));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(stage.get(li, "/tier").path("tier").asString())
                                .isEqualTo("silver"));

        round.all();
        round.all();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                stage.get(li, "/points").path("available").asLong())
                        .isEqualTo(8));
        JsonNode seen = stage.get(li, "/benefits");
        assertThat(names(seen.path("given"))).containsExactly("银卡会员日");
        LocalDate next = stage.brand.dayOf(clock.instant()).plusMonths(1);
        assertThat(seen.path("ahead").valueStream())
                .as("today's and the next")
                .filteredOn(one -> one.path("name").asString().equals("银卡会员日"))
                .extracting(
                        one -> one.at("/days/0").asString(),
                        one -> one.path("text").asString())
                .containsExactly(tuple(next.minusMonths(1).toString(), "8 points"), tuple(next.toString(), "8 points"));
        assertThat(names(seen.path("ahead"))).contains("包邮").doesNotContain("生日礼");
        assertThat(stage.get(han, "/benefits").toString())
                .as("of no such tier")
                .isEqualTo("{\"ahead\":[],\"given\":[]}");
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(one -> one.path("name").asString()).toList();
    }

    @Test
    void whatExpiresNextIsShownByTheLastDayItCanBeSpentTheSoonestFirst() {
        assertThat(stage.get(li, "/points").path("expiring")).isEmpty();
        LocalDate today = stage.brand.dayOf(clock.instant());
        granted("never", 5, null);
        granted("later", 30, today.plusDays(40));
        granted("soon", 20, today.plusDays(10));
        granted("soon-too", 1, today.plusDays(10));
        assertThat(stage.get(li, "/points").path("expiring").toString())
                .isEqualTo("[{\"on\":\"" + today.plusDays(9) + "\",\"points\":21},{\"on\":\"" + today.plusDays(39)
                        + "\",\"points\":30}]");

        clock.advance(Duration.between(clock.instant(), stage.brand.startOf(today.plusDays(10))));
        assertThat(stage.get(li, "/points").path("expiring").toString())
                .as("before anybody swept")
                .isEqualTo("[{\"on\":\"" + today.plusDays(39) + "\",\"points\":30}]");
        assertThat(stage.get(li, "/points").path("available").asLong()).isEqualTo(35);
    }

    private void granted(String key, long points, @Nullable LocalDate until) {
        MemberCentreStage.ok(stage.admin.post(
                stage.desk("/customers/" + stage.customer(li) + "/points/grants"),
                Browser.json("{'key':'" + key + "','points':" + points + ",'note':'x','expiresOn':"
                        + (until == null ? "null" : "'" + until + "'") + "}")));
    }

    @Test
    void whatTheMallTasksAndDrawsHaveIsShownAndAnOrderIsTheMembersOwn() {
        MemberCentreStage.ok(stage.admin.post(
                stage.desk("/customers/" + stage.customer(li) + "/points/grants"),
                Browser.json("{'key':'g','points':500,'note':'x','expiresOn':null}")));
        Browser.Answer made = stage.admin.post(
                stage.desk("/mall/items"),
                Browser.json("{'name':'保温杯','kind':'goods','points':300,'description':'','picture':null,'money':0,"
                        + "'template':null,'delivery':false,'stores':['s1'],'stock':1,'perMember':null,'tiers':[],"
                        + "'from':null,'until':null}"));
        String item = made.json().path("id").asString();
        stage.admin.post(stage.desk("/mall/items/" + item + "/shelve"), null);
        assertThat(stage.get(li, "/mall/offers").path(0).path("whyNot").isNull())
                .isTrue();
        String wish = Browser.json("{'key':'w1','item':'" + item + "','store':'s1','address':null}");
        Browser.Answer ordered = li.post(stage.own("/mall/orders"), wish);
        MemberCentreStage.ok(ordered);
        assertThat(li.post(stage.own("/mall/orders"), wish).json().path("number"))
                .as("asked twice")
                .isEqualTo(ordered.json().path("number"));
        Browser han = stage.byPhone(stage.phone(2));
        assertThat(han.post(stage.own("/mall/orders"), wish.replace("w1", "w2")).code())
                .isEqualTo("member-mall-refused");
        String number = ordered.json().path("number").asString();
        assertThat(han.post(stage.own("/mall/orders/" + number + "/cancel"), null)
                        .status())
                .as("another's")
                .isEqualTo(404);
        MemberCentreStage.ok(li.post(stage.own("/mall/orders/" + number + "/cancel"), null));
        assertThat(stage.get(li, "/tasks").path("tasks")).isEmpty();
        assertThat(stage.get(li, "/draws")).isEmpty();
        assertThat(stage.get(li, "/check-ins").path("open").asBoolean()).isFalse();
        assertThat(li.post(stage.own("/check-ins"), null).code()).isEqualTo("member-play-refused");
    }

    @Test
    void whoIsForgottenIsSignedOut() {
        int customer = stage.customer(li);
        Browser.Answer asked =
                stage.admin.post(stage.desk("/customers/" + customer + "/erasure"), Map.of("reason", "asked for"));
        assertThat(asked.status()).as(asked.text()).isLessThan(300);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(li.get(stage.own("/card")).status()).isEqualTo(401));
    }

    private Subject phone(int person) {
        return TestEvents.identified(new Identifier(IdentifierKind.PHONE, stage.phone(person)));
    }

    private Browser.Answer read(String pass) {
        return stage.admin.post(stage.desk("/member-desk/read"), Map.of("pass", pass));
    }

    private Browser desk() {
        return browsers.commandLine()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .with("Accept-Language", "en");
    }
}
