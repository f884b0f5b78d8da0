package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.loyalty.coupon.rule.Basket;
import io.waterwheel.loyalty.coupon.rule.BasketLine;
import io.waterwheel.loyalty.coupon.till.Counter;
import io.waterwheel.loyalty.coupon.till.CouponRequest;
import io.waterwheel.loyalty.coupon.till.CouponTill;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Many at once, who want the same few coupons.
@ServerTest
class CouponConcurrencyStories {

    private static final int AT_ONCE = 32;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private Coupons coupons;

    @Autowired
    private CouponTill till;

    @Autowired
    private CouponCodes codes;

    @Autowired
    private DSLContext database;

    private CouponStage stage;
    private CustomerNo li;

    @BeforeEach
    void aBrand() {
        stage = new CouponStage(brands, browsers, log, customers);
        li = stage.customer("李雷");
    }

    private static <T> List<T> all(List<Callable<T>> calls) throws Exception {
        List<T> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    void twoThousandTillsWantTheLastHundredCouponsAndAHundredGetOne() throws Exception {
        CouponTemplateId template = CouponTemplateId.of(stage.template(TWENTY_FROM_HUNDRED, "'stock':100"));
        List<Long> issued = new ArrayList<>();
        List<CouponGrant> grants = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            grants.add(new CouponGrant("hundred/" + i, li, "test"));
        }
        for (CouponGranted granted : coupons.issue(stage.brand, template, grants)) {
            if (granted instanceof CouponGranted.Issued(long coupon, var _)) {
                issued.add(coupon);
            }
        }
        assertThat(issued).as("the stock is a hundred").hasSize(100);

        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String code = codes.of(issued.get(i % 100));
            String order = "order-" + i;
            calls.add(() -> redeemed(code, order, "call-" + order));
        }
        Collections.shuffle(calls, new Random(1));
        assertThat(all(calls).stream().filter(done -> done)).hasSize(100);
        assertThat(moves(template, "redeem")).isEqualTo(100);
        assertThat(database.fetchCount(COUPON, COUPON.TEMPLATE_ID.eq(template.value()), COUPON.STATE.eq("redeemed")))
                .isEqualTo(100);
    }

    @Test
    void eachCallSentFiveTimesAtOnceIsDoneOnce() throws Exception {
        CouponTemplateId template = CouponTemplateId.of(stage.template(TWENTY_FROM_HUNDRED));
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String code = codes.of(stage.coupon(template.toString(), li));
            String order = "order-" + i;
            for (int retry = 0; retry < 5; retry++) {
                calls.add(() -> redeemed(code, order, "call-" + order));
            }
        }
        assertThat(all(calls)).as("every one is answered as done").containsOnly(true);
        assertThat(moves(template, "redeem")).isEqualTo(60);
    }

    @Test
    void stockBudgetAndLimitHoldWhoeverIssuesAtTheSameTime() throws Exception {
        CouponTemplateId stock = CouponTemplateId.of(stage.template(TWENTY_FROM_HUNDRED, "'stock':57"));
        CouponTemplateId budget = CouponTemplateId.of(stage.template(TWENTY_FROM_HUNDRED, "'budget':66001"));
        CouponTemplateId limit = CouponTemplateId.of(stage.template(TWENTY_FROM_HUNDRED, "'perCustomer':3"));
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (CouponTemplateId template : List.of(stock, budget, limit)) {
            for (int i = 0; i < 200; i++) {
                // Each wish comes twice.
                CouponGrant grant = new CouponGrant("t" + template + "/" + i / 2, li, "test");
                calls.add(() ->
                        coupons.issue(stage.brand, template, List.of(grant)).getFirst()
                                instanceof CouponGranted.Issued);
            }
        }
        Collections.shuffle(calls, new Random(2));
        all(calls);
        assertThat(moves(stock, "issue")).isEqualTo(57);
        assertThat(moves(budget, "issue")).isEqualTo(33);
        assertThat(moves(limit, "issue")).isEqualTo(3);
    }

    private boolean redeemed(String code, String order, String key) {
        Basket basket = new Basket(null, "store", 0, List.of(new BasketLine("1", "tea", "tea", 1, 12_000)));
        try {
            till.redeem(
                    new Counter(stage.brand, "till/1", "s1"),
                    stage.brand.key() + key,
                    new CouponRequest(List.of(code), order, basket, null));
            return true;
        } catch (Problem refused) {
            assertThat(refused.type()).isEqualTo(CouponProblem.COUPON_REDEEMED);
            return false;
        }
    }

    private int moves(CouponTemplateId template, String step) {
        return database.fetchCount(
                COUPON_MOVE, COUPON_MOVE.TEMPLATE_ID.eq(template.value()), COUPON_MOVE.STEP.eq(step));
    }
}
