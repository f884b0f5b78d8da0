package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.generated.Tables.MALL_ITEM;
import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Many at once who want the last piece, and nodes that end half way.
@ServerTest
class MallConcurrencyStories {

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
    private PointsLedger ledger;

    @Autowired
    private Mall mall;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    private MallStage stage;

    @BeforeEach
    void aBrand() {
        stage = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theLastThreePiecesAreSoldThreeTimesHoweverManyAskHoweverOften() throws Exception {
        String cup = stage.goods("保温杯", 100, "'stock':3");
        List<CustomerNo> members = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            members.add(stage.member("m" + i, 250));
        }
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            CustomerNo member = members.get(i % members.size());
            // Each wish comes five times.
            MallWish wish = new MallWish("w" + i % 80, cup, 1, "s1", null);
            calls.add(() -> mall.order(stage.coupons.brand, member, wish) instanceof MallOrdered.Placed);
        }
        Collections.shuffle(calls, new Random(1));
        all(calls);
        assertThat(stage.figures(cup).path("sold").asInt()).isEqualTo(3);
        assertThat(count("paid")).isEqualTo(3);
        assertThat(members.stream().mapToLong(stage::points).sum()).isEqualTo(8 * 250 - 3 * 100);
    }

    @Test
    void aMemberWithPointsForTwoGetsTwoHoweverManyTheyAskFor() throws Exception {
        String cup = stage.goods("保温杯", 100, "'stock':50");
        CustomerNo lin = stage.member("lin", 250);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            MallWish wish = new MallWish("w" + i, cup, 1, "s1", null);
            calls.add(() -> mall.order(stage.coupons.brand, lin, wish) instanceof MallOrdered.Placed);
        }
        assertThat(all(calls).stream().filter(placed -> placed)).hasSize(2);
        assertThat(stage.points(lin)).isEqualTo(50);
        assertThat(stage.figures(cup).path("sold").asInt()).isEqualTo(2);
        assertThat(count("paid")).isEqualTo(2);
    }

    @Test
    void piecesAreNeverOversoldHoweverManyAreAskedForAtOnce() throws Exception {
        String cup = stage.goods("保温杯", 10, "'stock':20,'perMember':9");
        List<CustomerNo> members = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            members.add(stage.member("p" + i, 500));
        }
        Random random = new Random(7);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            CustomerNo member = members.get(i % members.size());
            MallWish wish = new MallWish("p" + i, cup, 1 + random.nextInt(5), "s1", null);
            calls.add(() ->
                    mall.order(stage.coupons.brand, member, wish) instanceof MallOrdered.Placed ? wish.pieces() : 0);
        }
        int sold = all(calls).stream().mapToInt(pieces -> pieces).sum();
        // Wishes for one piece are among those left, so nothing stays on the shelf.
        assertThat(sold).isEqualTo(20);
        assertThat(stage.figures(cup).path("sold").asInt()).isEqualTo(20);
        assertThat(members.stream().mapToLong(stage::points).sum()).isEqualTo(6 * 500 - 20 * 10);
        for (CustomerNo member : members) {
            assertThat(mall.offer(stage.coupons.brand, member, cup).bought()).isLessThanOrEqualTo(9);
        }
    }

    @Test
    void whatANodeLeftHalfDoneIsPaidForByWhoeverComesNext() {
        String cup = stage.goods("保温杯", 100, "'stock':5");
        CustomerNo rich = stage.member("rich", 100);
        CustomerNo poor = stage.member("poor", 99);
        leftBehind(cup, rich);
        leftBehind(cup, poor);
        await().atMost(CouponStage.PATIENCE).untilAsserted(() -> {
            assertThat(mall.orders(stage.coupons.brand, rich).getFirst().state())
                    .isEqualTo(MallOrderState.PAID);
            assertThat(mall.orders(stage.coupons.brand, poor).getFirst().state())
                    .isEqualTo(MallOrderState.CANCELLED);
        });
        assertThat(stage.points(rich)).isZero();
        assertThat(stage.points(poor)).isEqualTo(99);
        assertThat(stage.figures(cup).path("sold").asInt()).isEqualTo(1);
    }

    @Test
    void pointsThatWereSpentOnAnOrderCancelledMeanwhileComeBack() {
        String cup = stage.goods("保温杯", 100, "'stock':5");
        CustomerNo lin = stage.member("lin", 100);
        long order = leftBehind(cup, lin);
        await().atMost(CouponStage.PATIENCE)
                .until(() -> mall.orders(stage.coupons.brand, lin).getFirst().state() == MallOrderState.PAID);
        // As if another node had cancelled it, found no points, and ended before these were noted.
        database.update(MALL_ORDER)
                .set(MALL_ORDER.STATE, "cancelled")
                .setNull(MALL_ORDER.PAID_AT)
                .set(MALL_ORDER.CANCELLED_AT, clock.instant())
                .set(MALL_ORDER.SETTLE_AT, clock.instant().plus(Duration.ofMinutes(10)))
                .where(MALL_ORDER.ID.eq(order))
                .execute();
        clock.advance(Duration.ofMinutes(11));
        await().atMost(CouponStage.PATIENCE)
                .until(() -> mall.orders(stage.coupons.brand, lin).getFirst().givenBack());
        assertThat(stage.points(lin)).isEqualTo(100);
    }

    /// A piece that is kept, by a node that ended before it asked for the points.
    private long leftBehind(String item, CustomerNo customer) {
        return database.transactionResult(transaction -> {
            transaction
                    .dsl()
                    .update(MALL_ITEM)
                    .set(MALL_ITEM.SOLD, MALL_ITEM.SOLD.plus(1))
                    .where(MALL_ITEM.ID.eq(Long.parseLong(item)))
                    .execute();
            Instant past = clock.instant().minusSeconds(60);
            return transaction
                    .dsl()
                    .insertInto(MALL_ORDER)
                    .set(MALL_ORDER.BRAND_ID, stage.coupons.brand.id().value())
                    .set(MALL_ORDER.ITEM_ID, Long.parseLong(item))
                    .set(MALL_ORDER.KEY, "order/left/" + customer)
                    .set(MALL_ORDER.OPENED_NO, customer.value())
                    .set(MALL_ORDER.CUSTOMER_NO, customer.value())
                    .set(MALL_ORDER.NAME, "保温杯")
                    .set(MALL_ORDER.KIND, "goods")
                    .set(MALL_ORDER.POINTS, 100L)
                    .set(MALL_ORDER.MONEY, 0L)
                    .set(MALL_ORDER.STATE, "ordered")
                    .set(MALL_ORDER.STORE, "s1")
                    .set(MALL_ORDER.PLACED_AT, past)
                    .set(MALL_ORDER.SETTLE_AT, past)
                    .returning()
                    .fetchSingle()
                    .getId();
        });
    }

    private int count(String state) {
        return database.fetchCount(
                MALL_ORDER, MALL_ORDER.BRAND_ID.eq(stage.coupons.brand.id().value()), MALL_ORDER.STATE.eq(state));
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
