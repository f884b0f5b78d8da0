package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Several pieces in one order, and some of them come back.
@ServerTest
class MallPieceStories {

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

    private MallStage stage;

    @BeforeEach
    void aBrand() {
        stage = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
    }

    @Test
    void threeCupsCostThreeTimesAndStockAndLimitCountPieces() {
        CustomerNo lin = stage.member("lin", 1_000);
        String cup = stage.item("保温杯", "goods", 100, "'stores':['s1'],'money':500,'stock':5,'perMember':4");
        MallOrder order = placed(lin, "w", cup, 3);
        assertThat(order.pieces()).isEqualTo(3);
        assertThat(order.points()).isEqualTo(300);
        assertThat(order.money()).isEqualTo(1_500);
        assertThat(stage.points(lin)).isEqualTo(700);
        MallOffer seen = mall.offer(stage.coupons.brand, lin, cup);
        assertThat(seen.left()).isEqualTo(2);
        assertThat(seen.bought()).isEqualTo(3);
        assertThat(refusal(lin, "x", cup, 2)).isEqualTo(MallRefusal.OVER_LIMIT);
        CustomerNo chen = stage.member("chen", 1_000);
        assertThat(refusal(chen, "y", cup, 3)).isEqualTo(MallRefusal.TOO_FEW_LEFT);
        assertThat(refusal(lin, "w", cup, 2)).isEqualTo(MallRefusal.KEY_TAKEN);

        mall.cancel(stage.coupons.brand, lin, order.number());
        assertThat(stage.points(lin)).isEqualTo(1_000);
        assertThat(stage.figures(cup).path("sold").asInt()).isZero();
        CustomerNo poor = stage.member("poor", 250);
        assertThat(refusal(poor, "z", cup, 3)).isEqualTo(MallRefusal.POINTS);
    }

    @Test
    void eachPieceHasItsCouponAndWhereTheyDoNotSufficeNobodyHasSome() {
        CustomerNo lin = stage.member("lin", 1_000);
        String template = stage.coupons.template(TWENTY_FROM_HUNDRED, "'stock':5");
        String item = stage.item("满减券", "coupon", 100, "'template':'" + template + "'");
        MallOrder three = placed(lin, "three", item, 3);
        assertThat(three.coupons()).hasSize(3).doesNotHaveDuplicates();
        MallOrder refused = placed(lin, "more", item, 3);
        assertThat(refused.state()).isEqualTo(MallOrderState.CANCELLED);
        assertThat(refused.givenBack()).isTrue();
        assertThat(refused.coupons()).isEmpty();
        assertThat(stage.points(lin)).isEqualTo(700);
        assertThat(stage.coupons.coupons(lin)).hasSize(3);
        // The two that were left are still to be had.
        assertThat(placed(lin, "two", item, 2).coupons()).hasSize(2);
    }

    @Test
    void eachPieceHasItsCode() {
        CustomerNo lin = stage.member("lin", 1_000);
        String item = stage.item("视频月卡", "code", 100, "");
        stage.coupons.operator.post(
                stage.path("/mall/items/" + item + "/codes"), Browser.json("{'codes':['AAA','BBB','CCC']}"));
        stage.coupons.operator.post(stage.path("/mall/items/" + item + "/shelve"), null);
        assertThat(placed(lin, "two", item, 2).codes()).containsExactly("AAA", "BBB");
        assertThat(refusal(lin, "again", item, 2)).isEqualTo(MallRefusal.TOO_FEW_LEFT);
        assertThat(placed(lin, "one", item, 1).codes()).containsExactly("CCC");
    }

    @Test
    void piecesComeBackOneAfterTheOtherAndEachGivesItsPointsBackOnce() throws Exception {
        CustomerNo lin = stage.member("lin", 300);
        String cup = stage.goods("保温杯", 100, "'stock':3,'perMember':3");
        String order = placed(lin, "w", cup, 3).number();
        stage.order(order, "hand-over", "{}");
        List<Callable<Browser.Answer>> presses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            presses.add(() -> stage.order(order, "return", "{'why':'杯盖破损','restock':true,'pieces':1,'returned':0}"));
        }
        int done = 0;
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            for (var press : people.invokeAll(presses)) {
                Browser.Answer answer = press.get();
                done += answer.status() == 200 ? 1 : 0;
                assertThat(answer.status() == 200 || answer.code().equals("mall-pieces-returned"))
                        .as(answer.text())
                        .isTrue();
            }
        }
        assertThat(done).isEqualTo(1);
        MallOrder part = mall.find(stage.coupons.brand, lin, order);
        assertThat(part.state()).isEqualTo(MallOrderState.FULFILLED);
        assertThat(part.returned()).isEqualTo(1);
        assertThat(part.givenBack()).isTrue();
        assertThat(stage.points(lin)).isEqualTo(100);
        assertThat(mall.offer(stage.coupons.brand, lin, cup).left()).isEqualTo(1);

        assertThat(back(order, "'pieces':3,'returned':1").code()).isEqualTo("mall-pieces-returned");
        assertThat(back(order, "'pieces':0,'returned':1").code()).isEqualTo("invalid");
        assertThat(back(order, "'returned':1").status()).isEqualTo(200);
        assertThat(stage.points(lin)).isEqualTo(300);
        assertThat(mall.find(stage.coupons.brand, lin, order).state()).isEqualTo(MallOrderState.RETURNED);
        assertThat(back(order, "'returned':3").code()).isEqualTo("mall-order-state");
        // The two broken ones did not go back to the stock.
        assertThat(stage.figures(cup).path("sold").asInt()).isEqualTo(2);
        stage.coupons.told(lin, EventNames.MALL_ORDER_RETURNED, 2);
        assertThat(browsers.signedIn(Role.ADMIN)
                        .get("/api/audit?action=mall-order.return")
                        .text())
                .contains("mall-order/" + order);
    }

    @Test
    void asManyUnusedCouponsAreWithdrawnAsPiecesComeBack() {
        CustomerNo lin = stage.member("lin", 300);
        String template = stage.coupons.template(TWENTY_FROM_HUNDRED);
        String item = stage.item("满减券", "coupon", 100, "'template':'" + template + "'");
        MallOrder order = placed(lin, "w", item, 3);
        long used = Long.parseLong(order.coupons().getFirst());
        assertThat(stage.coupons
                        .till("s1")
                        .redeem(stage.coupons.pass(lin, used), "A1", 6_000, 4_000)
                        .status())
                .isEqualTo(200);
        assertThat(back(order.number(), "'pieces':3").code()).isEqualTo("mall-coupon-used");
        assertThat(stage.points(lin)).isZero();
        assertThat(back(order.number(), "'pieces':1").status()).isEqualTo(200);
        assertThat(back(order.number(), "'pieces':1,'returned':1").status()).isEqualTo(200);
        assertThat(back(order.number(), "'pieces':1,'returned':2").code()).isEqualTo("mall-coupon-used");
        assertThat(stage.points(lin)).isEqualTo(200);
        assertThat(stage.coupons.state(lin, used)).isEqualTo("redeemed");
    }

    private Browser.Answer back(String order, String more) {
        return stage.order(order, "return", "{'why':'不想要','restock':false," + more + "}");
    }

    private MallOrder placed(CustomerNo member, String key, String item, int pieces) {
        return ((MallOrdered.Placed) mall.order(stage.coupons.brand, member, wish(member, key, item, pieces))).order();
    }

    private MallRefusal refusal(CustomerNo member, String key, String item, int pieces) {
        return ((MallOrdered.Refused) mall.order(stage.coupons.brand, member, wish(member, key, item, pieces))).why();
    }

    private MallWish wish(CustomerNo member, String key, String item, int pieces) {
        boolean goods = mall.offer(stage.coupons.brand, member, item).kind() == MallKind.GOODS;
        return new MallWish(key, item, pieces, goods ? "s1" : null, null);
    }
}
