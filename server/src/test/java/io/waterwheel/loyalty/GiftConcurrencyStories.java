package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.CouponStage.request;
import static io.waterwheel.loyalty.generated.Tables.COUPON_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.loyalty.coupon.issue.CouponGifts;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Many who want a coupon that is offered, at once.
@ServerTest
class GiftConcurrencyStories {

    private static final int AT_ONCE = 16;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private CouponGifts gifts;

    @Autowired
    private CouponCodes codes;

    @Autowired
    private DSLContext database;

    private CouponStage stage;
    private Brand brand;
    private CustomerNo li;

    @BeforeEach
    void aBrand() {
        stage = new CouponStage(brands, browsers, log, customers);
        brand = stage.brand;
        li = stage.customer("李雷");
    }

    @Test
    void ofAllWhoHaveTheLinkOneHasTheCoupon() throws Exception {
        long coupon = stage.coupon(stage.template(TWENTY_FROM_HUNDRED), li);
        String code = gifts.offer(brand, li, coupon).code();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            CustomerNo friend = stage.customer("朋友" + i);
            calls.add(() -> answer(() -> gifts.accept(brand, friend, coupon, code)));
        }
        List<String> answers = all(calls);
        assertThat(answers).containsOnly("done", "coupon-claimed");
        assertThat(answers).containsOnlyOnce("done");
        assertThat(moves(coupon, "hand-on")).isEqualTo(1);
    }

    @Test
    void takenOrTakenBackOrRedeemedAndNeverTwoOfThem() throws Exception {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        CustomerNo han = stage.customer("韩梅梅");
        CouponStage.Till till = stage.till("s1");
        for (int round = 0; round < 10; round++) {
            long coupon = stage.coupon(template, li);
            String code = gifts.offer(brand, li, coupon).code();
            String order = "order-" + round;
            List<String> answers = all(List.of(
                    () -> answer(() -> gifts.accept(brand, han, coupon, code)),
                    () -> answer(() -> gifts.takeBack(brand, li, coupon)),
                    () -> till.call("redeem", request(codes.of(coupon), order, 12_000))
                                    .status() + ""));
            assertThat(answers.subList(0, 2)).containsOnlyOnce("done");
            boolean taken = answers.getFirst().equals("done");
            assertThat(moves(coupon, "hand-on")).isEqualTo(taken ? 1 : 0);
            assertThat(moves(coupon, "take-back")).isEqualTo(taken ? 0 : 1);
            assertThat(moves(coupon, "redeem")).isEqualTo(answers.getLast().equals("200") ? 1 : 0);
        }
    }

    @Test
    void twoCouponsAtOnceAndTheLimitOfOneHolds() throws Exception {
        String template = stage.template(TWENTY_FROM_HUNDRED, "'perCustomer':1");
        CustomerNo wu = stage.customer("吴亦");
        CustomerNo han = stage.customer("韩梅梅");
        long one = stage.coupon(template, li);
        long other = stage.coupon(template, wu);
        String code = gifts.offer(brand, li, one).code();
        String another = gifts.offer(brand, wu, other).code();
        assertThat(all(List.of(
                        () -> answer(() -> gifts.accept(brand, han, one, code)),
                        () -> answer(() -> gifts.accept(brand, han, other, another)))))
                .containsExactlyInAnyOrder("done", "coupon-gift-limit");
    }

    private int moves(long coupon, String step) {
        return database.fetchCount(COUPON_MOVE, COUPON_MOVE.COUPON_ID.eq(coupon), COUPON_MOVE.STEP.eq(step));
    }

    private static String answer(Runnable call) {
        try {
            call.run();
            return "done";
        } catch (Problem refused) {
            return refused.type().code();
        }
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
}
