package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What a member had from the mall comes back.
@ServerTest
class MallReturnStories {

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
    private TestClock clock;

    private MallStage stage;

    @BeforeEach
    void aBrand() {
        stage = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
    }

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void aReturnedOrderGivesItsPointsBackOnceHoweverManyPeoplePress() throws Exception {
        CustomerNo lin = stage.member("lin", 300);
        String cup = stage.goods("保温杯", 300, "'stock':1,'perMember':1");
        String order = handedOver(lin, cup);
        assertThat(stage.points(lin)).isZero();
        assertThat(stage.order(order, "return", "{'why':'','restock':true}").code())
                .isEqualTo("invalid");
        List<Callable<Browser.Answer>> presses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            presses.add(() -> stage.order(order, "return", "{'why':'杯盖破损','restock':true}"));
        }
        int done = 0;
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            for (var press : people.invokeAll(presses)) {
                Browser.Answer answer = press.get();
                done += answer.status() == 200 ? 1 : 0;
                if (answer.status() != 200) {
                    assertThat(answer.code()).isEqualTo("mall-order-state");
                }
            }
        }
        assertThat(done).isEqualTo(1);
        assertThat(stage.points(lin)).isEqualTo(300);
        MallOrder seen = mall.orders(stage.coupons.brand, lin).getFirst();
        assertThat(seen.state()).isEqualTo(MallOrderState.RETURNED);
        assertThat(seen.givenBack()).isTrue();
        assertThat(seen.why().zh()).isEqualTo("杯盖破损");
        stage.coupons.told(lin, EventNames.MALL_ORDER_RETURNED, 1);
        // The piece is there again, for her as well.
        assertThat(mall.offer(stage.coupons.brand, lin, cup).whyNot()).isNull();
        assertThat(stage.coupons
                        .operator
                        .get(stage.path("/mall/orders/counts"))
                        .json()
                        .path("returned")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aBrokenPieceDoesNotGoBackToTheStockAndWhatWasNotFulfilledIsCancelledInstead() {
        CustomerNo lin = stage.member("lin", 600);
        String cup = stage.goods("保温杯", 300, "'stock':2");
        String order = handedOver(lin, cup);
        assertThat(stage.order(order, "return", "{'why':'碎了','restock':false}").status())
                .isEqualTo(200);
        assertThat(stage.figures(cup).path("sold").asInt()).isEqualTo(1);
        String next = placed(lin, cup).number();
        assertThat(stage.order(next, "return", "{'why':'x','restock':true}").code())
                .isEqualTo("mall-order-state");
    }

    @Test
    void aCouponComesBackAsLongAsItWasNotUsed() {
        CustomerNo lin = stage.member("lin", 200);
        String template = stage.coupons.template(TWENTY_FROM_HUNDRED);
        String item = stage.item("满减券", "coupon", 100, "'template':'" + template + "'");
        MallOrder unused = placed(lin, item);
        MallOrder used = placed(lin, item);
        long coupon = Long.parseLong(used.coupons().getFirst());
        assertThat(stage.coupons
                        .till("s1")
                        .redeem(stage.coupons.pass(lin, coupon), "A1", 6_000, 4_000)
                        .status())
                .isEqualTo(200);
        assertThat(stage.order(unused.number(), "return", "{'why':'不想要','restock':true}")
                        .status())
                .isEqualTo(200);
        assertThat(stage.coupons.state(lin, Long.parseLong(unused.coupons().getFirst())))
                .isEqualTo("withdrawn");
        assertThat(stage.order(used.number(), "return", "{'why':'不想要','restock':true}")
                        .code())
                .isEqualTo("mall-coupon-used");
        assertThat(stage.points(lin)).isEqualTo(100);
        assertThat(mall.find(stage.coupons.brand, lin, used.number()).state()).isEqualTo(MallOrderState.FULFILLED);
    }

    @Test
    void aCodeThatWasSeenDoesNotGoBackToTheStock() {
        CustomerNo lin = stage.member("lin", 100);
        String item = stage.item("视频月卡", "code", 100, "");
        stage.coupons.operator.post(stage.path("/mall/items/" + item + "/codes"), Browser.json("{'codes':['AAA']}"));
        stage.coupons.operator.post(stage.path("/mall/items/" + item + "/shelve"), null);
        String order = placed(lin, item).number();
        assertThat(stage.order(order, "return", "{'why':'失效','restock':true}").code())
                .isEqualTo("mall-code-seen");
        assertThat(stage.order(order, "return", "{'why':'失效','restock':false}").status())
                .isEqualTo(200);
        assertThat(stage.points(lin)).isEqualTo(100);
        assertThat(mall.offer(stage.coupons.brand, lin, item).whyNot()).isEqualTo(MallRefusal.SOLD_OUT);
    }

    @Test
    void pointsTheLedgerCannotTakeBackNowAreOwedAndSeenUntilItCan() {
        CustomerNo lin = stage.member("lin", 600);
        String cup = stage.goods("保温杯", 300, "");
        String cancelled = placed(lin, cup).number();
        String returned = handedOver(lin, cup);
        stage.earn(lin, Points.MOST);
        assertThat(stage.order(cancelled, "cancel", "{'why':'缺货'}").status()).isEqualTo(200);
        assertThat(stage.order(returned, "return", "{'why':'杯盖破损','restock':true}")
                        .status())
                .isEqualTo(200);
        clock.advance(Duration.ofHours(3));
        JsonNode owed = stage.coupons
                .operator
                .get(stage.path("/mall/orders?owed=true"))
                .json()
                .path("items");
        assertThat(owed.valueStream().map(order -> order.at("/order/number").asString()))
                .containsExactly(returned, cancelled);
        assertThat(owed.at("/0/owed/en").asString()).isEqualTo("The account can hold no more points");
        assertThat(mall.find(stage.coupons.brand, lin, cancelled).givenBack()).isFalse();

        stage.deduct(lin, Points.MOST);
        assertThat(stage.points(lin)).isZero();
        clock.advance(Duration.ofHours(1));
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 600);
        await().atMost(CouponStage.PATIENCE)
                .untilAsserted(() -> assertThat(stage.coupons
                                .operator
                                .get(stage.path("/mall/orders?owed=true"))
                                .json()
                                .path("items"))
                        .isEmpty());
        assertThat(mall.find(stage.coupons.brand, lin, returned).givenBack()).isTrue();
    }

    private MallOrder placed(CustomerNo member, String item) {
        boolean goods = mall.offer(stage.coupons.brand, member, item).kind() == MallKind.GOODS;
        MallWish wish = new MallWish(UUID.randomUUID().toString(), item, 1, goods ? "s1" : null, null);
        return ((MallOrdered.Placed) mall.order(stage.coupons.brand, member, wish)).order();
    }

    private String handedOver(CustomerNo member, String item) {
        String order = placed(member, item).number();
        assertThat(stage.order(order, "hand-over", "{}").status()).isEqualTo(200);
        return order;
    }
}
