package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.PATIENCE;
import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.CouponStage.request;
import static io.waterwheel.loyalty.CouponStage.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.CouponStage.Till;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.loyalty.coupon.life.CouponSweep;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The life of coupons, from a segment to the end of their last day.
@ServerTest
class CouponStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private CouponCodes codes;

    @Autowired
    private CouponSweep sweep;

    @Autowired
    private TestClock clock;

    private CouponStage stage;
    private CustomerNo li;

    @BeforeEach
    void aBrand() {
        stage = new CouponStage(brands, browsers, log, customers);
        li = stage.customer("李雷");
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void everyoneInASegmentGetsOneAndTheFiguresSaySo() {
        CustomerNo han = stage.customer("韩梅梅");
        JsonNode segment = stage.operator
                .post(
                        stage.path("/segments"),
                        "{\"name\":\"everyone\",\"description\":null,\"definition\":{\"type\":\"and\",\"conditions\":[]}}")
                .json();
        String template = stage.template(TWENTY_FROM_HUNDRED, "'stock':10,'budget':20000,'perCustomer':1");
        JsonNode batch =
                batch(template, "{'segment':'" + segment.path("id").asString() + "','customers':null,'codes':null}");
        assertThat(batch.path("issued").asInt()).isEqualTo(2);
        assertThat(stage.coupons(li)).hasSize(1);
        stage.told(han, "Coupon Issued", 1);
        assertThat(stage.figures(template).path("issued").asInt()).isEqualTo(2);
        assertThat(stage.figures(template).path("reserved").asLong()).isEqualTo(4_000);

        JsonNode again = batch(template, "{'segment':null,'customers':[" + li + "," + han + "],'codes':null}");
        assertThat(again.path("issued").asInt()).as("one for each customer").isZero();
    }

    private JsonNode batch(String template, String wish) {
        Browser.Answer begun =
                stage.operator.post(stage.path("/coupon-templates/" + template + "/batches"), Browser.json(wish));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        return await().atMost(PATIENCE)
                .until(
                        () -> stage.operator
                                .get(stage.path("/coupon-templates/" + template + "/batches"))
                                .json()
                                .path(0),
                        found -> !found.path("doneAt").isNull());
    }

    @Test
    void nothingIsIssuedBeyondStockOrBudgetNorFromAStoppedTemplate() {
        String two = stage.template(TWENTY_FROM_HUNDRED, "'stock':2");
        stage.coupon(two, li);
        stage.coupon(two, li);
        Browser.Answer sold = stage.issue(two, li, "third");
        assertThat(sold.code()).isEqualTo("coupon-not-issued");
        assertThat(sold.json().path("detail").asString()).contains("all are taken");

        String fifty = stage.template(TWENTY_FROM_HUNDRED, "'budget':5000");
        stage.coupon(fifty, li);
        stage.coupon(fifty, li);
        assertThat(stage.issue(fifty, li, "beyond").json().path("detail").asString())
                .contains("budget is used up");

        String stopped = stage.template(TWENTY_FROM_HUNDRED);
        long before = stage.coupon(stopped, li);
        stage.operator.post(stage.path("/coupon-templates/" + stopped + "/stop"), null);
        assertThat(stage.issue(stopped, li, "late").json().path("detail").asString())
                .contains("not active");
        assertThat(stage.till("s1").redeem(codes.of(before), "A1", 12_000).status())
                .as("what customers have stays good")
                .isEqualTo(200);
    }

    @Test
    void aRepeatedWishIsTheSameCoupon() {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        Browser.Answer first = stage.issue(template, li, "birthday-2026");
        Browser.Answer again = stage.issue(template, li, "birthday-2026");
        assertThat(again.json().path("coupon")).isEqualTo(first.json().path("coupon"));
        assertThat(again.json().path("repeated").asBoolean()).isTrue();
        assertThat(stage.coupons(li)).hasSize(1);
        assertThat(stage.issue(template, stage.customer("韩梅梅"), "birthday-2026")
                        .json()
                        .path("detail")
                        .asString())
                .contains("another coupon");
    }

    @Test
    void badTermsAreRefusedWithTheirPlace() {
        Browser.Answer refused = stage.draft(
                terms("{'kind':'percent','percent':120,'mostOff':null}", "'spend':-1,'pieces':0", ""),
                "'stock':0,'budget':100");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("/terms/benefit/percent", "/terms/threshold/spend", "\"/stock\"", "\"/budget\"");
        String active = stage.template(TWENTY_FROM_HUNDRED);
        assertThat(stage.operator
                        .put(
                                stage.path("/coupon-templates/" + active),
                                Browser.json("{'name':'x','terms':" + TWENTY_FROM_HUNDRED
                                        + ",'stock':null,'budget':null,'perCustomer':null}"))
                        .code())
                .isEqualTo("coupon-terms-fixed");
    }

    @Test
    void goodsComeBackOneAfterTheOtherAndTheCouponWithTheLast() {
        Till till = stage.till("s1");
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        till.redeem(codes.of(coupon), "A1", 6_001, 5_999);
        Browser.Answer part = till.call("refund", "back-1", "{'order':'A1','pieces':{'1':1}}");
        assertThat(part.json().path("share").asLong()).isEqualTo(1_000);
        assertThat(stage.state(li, coupon)).isEqualTo("redeemed");
        assertThat(till.call("refund", "back-1", "{'order':'A1','pieces':{'1':1}}")
                        .json()
                        .path("repeated")
                        .asBoolean())
                .isTrue();
        assertThat(till.call("refund", "{'order':'A1','pieces':{'1':1}}").code())
                .isEqualTo("coupon-refund-too-large");

        Browser.Answer rest = till.call("refund", "{'order':'A1','pieces':null}");
        assertThat(rest.json().path("share").asLong()).isEqualTo(1_000);
        assertThat(stage.state(li, coupon)).isEqualTo("issued");
        stage.told(li, "Coupon Returned", 1);
        assertThat(till.redeem(codes.of(coupon), "A2", 12_000).status())
                .as("good again")
                .isEqualTo(200);
    }

    @Test
    void whatComesOfAReturnedCouponIsSaidByItsTerms() {
        Till till = stage.till("s1");
        String amount = "{'kind':'amount','off':2000}";
        long lost = stage.coupon(stage.template(terms(amount, "'spend':0,'pieces':0", "'onReturn':'lost'")), li);
        till.redeem(codes.of(lost), "A1", 12_000);
        till.call("refund", "{'order':'A1','pieces':null}");
        assertThat(stage.state(li, lost)).isEqualTo("returned");

        long old = stage.coupon(stage.template(terms(amount, "'spend':0,'pieces':0", "'onReturn':'reissue'")), li);
        till.redeem(codes.of(old), "A2", 12_000);
        clock.advance(Duration.ofDays(31));
        Browser.Answer back = till.call("refund", "{'order':'A2','pieces':null}");
        long fresh = Long.parseLong(
                back.json().path("coupons").path(0).path("replacement").asString());
        assertThat(stage.state(li, fresh)).isEqualTo("issued");
        assertThat(till.redeem(codes.of(fresh), "A3", 12_000).status()).isEqualTo(200);

        long back31 = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        till.redeem(codes.of(back31), "A4", 12_000);
        clock.advance(Duration.ofDays(31));
        till.call("refund", "{'order':'A4','pieces':null}");
        assertThat(stage.state(li, back31)).as("it would have expired by now").isEqualTo("returned");
    }

    @Test
    void aCouponEndsAtTheBrandsMidnightAndItsCustomerIsToldBefore() {
        String template = stage.template(TWENTY_FROM_HUNDRED, "'budget':2000");
        long coupon = stage.coupon(template, li);
        Instant midnight =
                stage.brand.startOf(stage.brand.dayOf(clock.instant()).plusDays(30));
        clock.advance(Duration.between(clock.instant(), midnight)
                .minus(Duration.ofDays(3))
                .plusSeconds(1));
        sweep.wake();
        stage.told(li, "Coupon Expiring", 1);
        assertThat(stage.state(li, coupon)).isEqualTo("issued");

        clock.advance(Duration.ofDays(3));
        assertThat(stage.state(li, coupon)).as("before anybody swept").isEqualTo("expired");
        assertThat(stage.till("s1").redeem(codes.of(coupon), "A1", 12_000).code())
                .isEqualTo("coupon-expired");
        sweep.wake();
        stage.told(li, "Coupon Expired", 1);
        await().atMost(PATIENCE)
                .until(() -> stage.figures(template).path("reserved").asLong() == 0);
        assertThat(stage.issue(template, li, "the budget is free again").status())
                .isEqualTo(200);
    }

    @Test
    void aCouponIsHandedOnOnceByACode() {
        CustomerNo han = stage.customer("韩梅梅");
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        String code = offer(li, coupon).json().path("code").asString();
        assertThat(stage.till("s1").redeem(codes.of(coupon), "A1", 12_000).code())
                .isEqualTo("coupon-offered");
        stage.operator.post(stage.path("/customers/" + li + "/coupons/" + coupon + "/take-back"), null);
        assertThat(accept(han, coupon, code).code()).as("that offer is over").isEqualTo("coupon-gift-over");

        String next = offer(li, coupon).json().path("code").asString();
        assertThat(accept(han, coupon, next).status()).isEqualTo(204);
        assertThat(stage.state(han, coupon)).isEqualTo("issued");
        assertThat(stage.coupons(li)).isEmpty();
        stage.told(han, "Coupon Transferred", 1);
        assertThat(accept(stage.customer("第三人"), coupon, next).code()).isEqualTo("coupon-claimed");
        assertThat(offer(han, coupon).code()).isEqualTo("coupon-not-transferable");
    }

    private Browser.Answer offer(CustomerNo customer, long coupon) {
        return stage.operator.post(stage.path("/customers/" + customer + "/coupons/" + coupon + "/offer"), null);
    }

    private Browser.Answer accept(CustomerNo customer, long coupon, String code) {
        return stage.operator.post(
                stage.path("/customers/" + customer + "/coupons/" + coupon + "/accept"), Map.of("code", code));
    }

    @Test
    void whoTurnsOutToBeSomebodyElseHasTheCouponsOfBoth() {
        CustomerNo again = stage.customer("李雷二号");
        String template = stage.template(TWENTY_FROM_HUNDRED);
        long first = stage.coupon(template, li);
        long second = stage.coupon(template, again);
        stage.operator.post(stage.path("/customers/" + li + "/merge"), Map.of("other", again.value(), "why", "同一人"));
        CustomerNo whole = customers.current(List.of(again)).get(again);
        assertThat(stage.coupons(whole)).hasSize(2);
        assertThat(stage.till("s1").redeem(codes.of(second), "A1", 12_000).status())
                .isEqualTo(200);

        int low = Math.min(li.value(), again.value());
        int high = Math.max(li.value(), again.value());
        assertThat(stage.operator
                        .post(
                                stage.path("/customers/" + whole + "/separate"),
                                Map.of("low", low, "high", high, "why", "父子"))
                        .status())
                .isEqualTo(200);
        assertThat(stage.state(li, first)).isEqualTo("issued");
        assertThat(stage.state(again, second)).isEqualTo("redeemed");
        assertThat(stage.coupons(li)).hasSize(1);
    }

    @Test
    void aCodeOnAPosterIsForAsManyAsItSays() {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        String path = stage.path("/coupon-templates/" + template + "/public-codes");
        String poster = "SPRING" + stage.brand.key();
        assertThat(stage.operator.post(path, Map.of("code", poster, "most", 1)).status())
                .isEqualTo(201);
        assertThat(stage.operator.post(path, Map.of("code", poster, "most", 1)).code())
                .isEqualTo("public-code-taken");
        String first = claim(li, poster.toLowerCase(java.util.Locale.ROOT))
                .json()
                .path("coupon")
                .asString();
        assertThat(claim(li, poster).json().path("coupon").asString()).isEqualTo(first);
        assertThat(claim(stage.customer("韩梅梅"), poster).code()).isEqualTo("public-code-used-up");
        assertThat(stage.figures(template).path("issued").asInt()).isEqualTo(1);
    }

    @Test
    void whoTurnOutToBeOneHaveClaimedAPosterTogether() {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        String path = stage.path("/coupon-templates/" + template + "/public-codes");
        String poster = "SUMMER" + stage.brand.key();
        stage.operator.post(path, Map.of("code", poster, "most", 9));
        CustomerNo again = stage.customer("李雷二号");
        CustomerNo mei = stage.customer("韩梅梅");
        CustomerNo meiAgain = stage.customer("韩梅梅二号");
        // Whichever of the two numbers remains: one of each pair claimed, of either kind.
        String second = claim(again, poster).json().path("coupon").asString();
        String first = claim(mei, poster).json().path("coupon").asString();
        merge(li, again);
        merge(mei, meiAgain);
        assertThat(claim(li, poster).json().path("coupon").asString()).isEqualTo(second);
        assertThat(claim(again, poster).json().path("coupon").asString()).isEqualTo(second);
        assertThat(claim(meiAgain, poster).json().path("coupon").asString()).isEqualTo(first);

        merge(li, mei);
        assertThat(List.of(second, first))
                .as("each of both had claimed")
                .contains(claim(li, poster).json().path("coupon").asString());
        assertThat(stage.figures(template).path("issued").asInt()).isEqualTo(2);
    }

    private void merge(CustomerNo one, CustomerNo other) {
        Browser.Answer merged = stage.operator.post(
                stage.path("/customers/" + one + "/merge"), Map.of("other", other.value(), "why", "同一人"));
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
    }

    @Test
    void whoClaimedAPosterWhileTheyWereTakenForOneHasItAloneWhenTheyComeApart() {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        String poster = "AUTUMN" + stage.brand.key();
        stage.operator.post(
                stage.path("/coupon-templates/" + template + "/public-codes"), Map.of("code", poster, "most", 9));
        CustomerNo again = stage.customer("李雷二号");
        merge(li, again);
        String shared = claim(again, poster).json().path("coupon").asString();
        CustomerNo whole = customers.current(List.of(again)).get(again);
        stage.operator.post(
                stage.path("/customers/" + whole + "/separate"),
                Map.of(
                        "low",
                        Math.min(li.value(), again.value()),
                        "high",
                        Math.max(li.value(), again.value()),
                        "why",
                        "父子"));
        assertThat(claim(again, poster).json().path("coupon").asString()).isEqualTo(shared);
        assertThat(claim(li, poster).json().path("coupon").asString())
                .isNotEmpty()
                .isNotEqualTo(shared);
    }

    private Browser.Answer claim(CustomerNo customer, String code) {
        return stage.operator.post(stage.path("/customers/" + customer + "/coupons/claim"), Map.of("code", code));
    }

    /// The codes of a batch.
    private List<String> printed(JsonNode batch, String template) {
        String file = new String(
                stage.admin.download(stage.path("/coupon-templates/" + template + "/batches/"
                        + batch.path("id").asString() + "/codes")),
                java.nio.charset.StandardCharsets.UTF_8);
        return Arrays.stream(file.split("\n"))
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    @Test
    void codesArePrintedClaimedAndRedeemed() {
        String template = stage.template(TWENTY_FROM_HUNDRED, "'stock':5");
        JsonNode batch = batch(template, "{'segment':null,'customers':null,'codes':7}");
        assertThat(batch.path("issued").asInt()).as("there are no more").isEqualTo(5);
        List<String> printed = printed(batch, template);
        assertThat(printed).hasSize(5).doesNotHaveDuplicates();
        assertThat(claim(li, printed.get(0)).status()).isEqualTo(200);
        assertThat(claim(stage.customer("韩梅梅"), printed.get(0)).code()).isEqualTo("coupon-claimed");
        assertThat(stage.till("s1").redeem(printed.get(0), "A1", 12_000).status())
                .isEqualTo(200);
        assertThat(stage.till("s1").redeem(printed.get(1), "A2", 12_000).status())
                .as("whoever holds the paper")
                .isEqualTo(200);
        stage.told(li, "Coupon Redeemed", 1);
    }

    @Test
    void whoHasAsManyAsOneMayHaveLeavesThePaperToSomebodyElse() {
        String template = stage.template(TWENTY_FROM_HUNDRED, "'perCustomer':2");
        stage.coupon(template, li);
        List<String> printed = printed(batch(template, "{'segment':null,'customers':null,'codes':2}"), template);
        assertThat(claim(li, printed.get(0)).status()).isEqualTo(200);
        assertThat(claim(li, printed.get(0)).status())
                .as("hers, however often she asks")
                .isEqualTo(200);
        Browser.Answer third = claim(li, printed.get(1));
        assertThat(third.code()).isEqualTo("coupon-not-issued");
        assertThat(third.text()).contains("the customer has as many as one may have");
        assertThat(claim(stage.customer("韩梅梅"), printed.get(1)).status()).isEqualTo(200);
    }

    @Test
    void whatWasIssuedByMistakeIsTakenAway() {
        String template = stage.template(TWENTY_FROM_HUNDRED, "'budget':2000");
        long coupon = stage.coupon(template, li);
        String wish = "{\"coupons\":[" + coupon + "],\"reason\":\"wrong segment\"}";
        assertThat(stage.operator
                        .post(stage.path("/coupons/withdraw"), wish)
                        .json()
                        .path("withdrawn")
                        .asInt())
                .isEqualTo(1);
        assertThat(stage.operator
                        .post(stage.path("/coupons/withdraw"), wish)
                        .json()
                        .path("withdrawn")
                        .asInt())
                .isZero();
        assertThat(stage.till("s1")
                        .call("redeem", request(codes.of(coupon), "A1", 12_000))
                        .code())
                .isEqualTo("coupon-withdrawn");
        await().atMost(PATIENCE)
                .until(() -> stage.figures(template).path("reserved").asLong() == 0);
    }
}
