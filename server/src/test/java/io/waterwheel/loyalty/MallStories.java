package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What members have for their points, from the shelf to the parcel.
@ServerTest
class MallStories {

    private static final MallAddress HOME = new MallAddress("林小满", "13800001111", "上海市黄浦区中山东一路1号");

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
    void aMemberOrdersACupItIsSentAndTheTimelineKnows() {
        CustomerNo lin = stage.member("lin", 500);
        String cup = stage.goods("保温杯", 300, "'stock':2");

        MallOffer seen = mall.offer(stage.coupons.brand, lin, cup);
        assertThat(seen.whyNot()).isNull();
        assertThat(seen.left()).isEqualTo(2);

        MallOrder order = placed(lin, new MallWish("w1", cup, 1, null, HOME));
        assertThat(order.state()).isEqualTo(MallOrderState.PAID);
        assertThat(order.address()).isEqualTo(HOME);
        assertThat(stage.points(lin)).isEqualTo(200);
        assertThat(mall.offer(stage.coupons.brand, lin, cup).whyNot()).isEqualTo(MallRefusal.POINTS);

        Browser packer = browsers.signedIn(Role.ADMIN).with("Accept-Language", "zh");
        String file = packer.get(stage.path("/mall/orders/shipping-file")).text();
        assertThat(file).contains("收件人").contains("\"林小满\",\"13800001111\"");

        Browser.Answer sent = stage.order(order.number(), "ship", "{'carrier':'顺丰','parcel':'SF1'}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        MallOrder now = mall.orders(stage.coupons.brand, lin).getFirst();
        assertThat(now.state()).isEqualTo(MallOrderState.FULFILLED);
        assertThat(now.parcel()).isEqualTo("SF1");
        stage.coupons.told(lin, EventNames.MALL_ORDER_PLACED, 1);
        stage.coupons.told(lin, EventNames.MALL_ORDER_FULFILLED, 1);
        assertThat(stage.figures(cup).path("sold").asInt()).isEqualTo(1);
        assertThat(stage.order(order.number(), "cancel", "{'why':'x'}").code()).isEqualTo("mall-order-state");
    }

    @Test
    void whatIsAskedTwiceIsOrderedOnceAndAKeyStandsForOneWish() {
        CustomerNo lin = stage.member("lin", 1_000);
        String cup = stage.goods("保温杯", 300, "");
        String bag = stage.goods("帆布袋", 100, "");
        MallOrder first = placed(lin, new MallWish("again", cup, 1, "s1", null));
        MallOrdered second = mall.order(stage.coupons.brand, lin, new MallWish("again", cup, 1, "s1", null));
        assertThat(second).isInstanceOfSatisfying(MallOrdered.Placed.class, placed -> {
            assertThat(placed.repeated()).isTrue();
            assertThat(placed.order().number()).isEqualTo(first.number());
        });
        assertThat(stage.points(lin)).isEqualTo(700);
        assertThat(refusal(lin, new MallWish("again", bag, 1, "s1", null))).isEqualTo(MallRefusal.KEY_TAKEN);
    }

    @Test
    void aCancelledOrderGivesBackEveryPointAndThePiece() {
        CustomerNo lin = stage.member("lin", 300);
        String cup = stage.goods("保温杯", 300, "'stock':1,'perMember':1");
        MallOrder order = placed(lin, new MallWish("w", cup, 1, "s1", null));
        assertThat(mall.offer(stage.coupons.brand, lin, cup).whyNot()).isEqualTo(MallRefusal.SOLD_OUT);
        Browser.Answer cancelled = stage.order(order.number(), "cancel", "{'why':'缺货'}");
        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
        assertThat(cancelled.json().at("/order/givenBack").asBoolean()).isTrue();
        assertThat(stage.points(lin)).isEqualTo(300);
        assertThat(mall.offer(stage.coupons.brand, lin, cup).whyNot()).isNull();
        stage.coupons.told(lin, EventNames.MALL_ORDER_CANCELLED, 1);

        // The member may, too, as long as nothing was sent.
        MallOrder next = placed(lin, new MallWish("w2", cup, 1, "s1", null));
        MallOrder back = mall.cancel(stage.coupons.brand, lin, next.number());
        assertThat(back.state()).isEqualTo(MallOrderState.CANCELLED);
        assertThat(stage.points(lin)).isEqualTo(300);
        assertThatThrownBy(() -> mall.cancel(stage.coupons.brand, lin, next.number()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aCouponIsThereAtOnceAndWhereThereIsNoneThePointsComeBack() {
        CustomerNo lin = stage.member("lin", 200);
        String template = stage.coupons.template(TWENTY_FROM_HUNDRED, "'stock':1");
        String item = stage.item("满减券", "coupon", 100, "'template':'" + template + "'");
        MallOrder order = placed(lin, new MallWish("one", item, 1, null, null));
        assertThat(order.state()).isEqualTo(MallOrderState.FULFILLED);
        assertThat(stage.coupons.coupons(lin))
                .singleElement()
                .satisfies(coupon -> assertThat(coupon.path("id").asString())
                        .isEqualTo(order.coupons().getFirst()));
        MallOrder none = placed(lin, new MallWish("two", item, 1, null, null));
        assertThat(none.state()).isEqualTo(MallOrderState.CANCELLED);
        assertThat(none.givenBack()).isTrue();
        assertThat(stage.points(lin)).isEqualTo(100);
    }

    @Test
    void eachCodeGoesToOneMemberAndTheStockIsTheCodes() {
        CustomerNo lin = stage.member("lin", 300);
        String item = stage.item("视频月卡", "code", 100, "");
        assertThat(stage.coupons
                        .operator
                        .post(stage.path("/mall/items/" + item + "/shelve"), null)
                        .code())
                .isEqualTo("mall-item-not-ready");
        Browser.Answer uploaded = stage.coupons.operator.post(
                stage.path("/mall/items/" + item + "/codes"), Browser.json("{'codes':['AAA','BBB','AAA','']}"));
        assertThat(uploaded.json().path("added").asInt()).as(uploaded.text()).isEqualTo(2);
        stage.coupons.operator.post(stage.path("/mall/items/" + item + "/shelve"), null);
        String one = placed(lin, new MallWish("1", item, 1, null, null)).codes().getFirst();
        String other =
                placed(lin, new MallWish("2", item, 1, null, null)).codes().getFirst();
        assertThat(new String[] {one, other}).containsExactly("AAA", "BBB");
        assertThat(refusal(lin, new MallWish("3", item, 1, null, null))).isEqualTo(MallRefusal.SOLD_OUT);
    }

    @Test
    void theShelfSaysWhyNot() {
        CustomerNo lin = stage.member("lin", 1_000);
        CustomerNo stranger = stage.coupons.customer("stranger");
        String later = stage.goods("新品", 10, "'from':'" + Instant.now().plusSeconds(3_600) + "'");
        String gold = stage.goods("金卡礼", 10, "'tiers':['gold']");
        String once = stage.goods("限兑", 10, "'perMember':1");
        String over = stage.goods("旧品", 10, "'until':'" + Instant.now().minusSeconds(60) + "'");
        assertThat(why(lin, later)).isEqualTo(MallRefusal.NOT_YET);
        assertThat(why(lin, gold)).isEqualTo(MallRefusal.TIER);
        assertThat(why(stranger, once)).isEqualTo(MallRefusal.NOT_A_MEMBER);
        placed(lin, new MallWish("once", once, 1, "s1", null));
        assertThat(why(lin, once)).isEqualTo(MallRefusal.LIMIT_REACHED);
        assertThat(mall.offers(stage.coupons.brand, lin))
                .noneMatch(offer -> offer.id().equals(over));
        assertThat(refusal(lin, new MallWish("over", over, 1, "s1", null))).isEqualTo(MallRefusal.OVER);
    }

    @Test
    void nothingIsOrderedWithoutAPlaceToGo() {
        CustomerNo lin = stage.member("lin", 1_000);
        String cup = stage.goods("保温杯", 300, "");
        assertThatThrownBy(() -> mall.order(stage.coupons.brand, lin, new MallWish("a", cup, 1, null, null)))
                .hasMessageContaining("配送");
        assertThatThrownBy(() -> mall.order(stage.coupons.brand, lin, new MallWish("b", cup, 1, "s9", null)))
                .hasMessageContaining("门店");
        assertThat(stage.figures(cup).path("sold").asInt()).isZero();
        assertThat(stage.points(lin)).isEqualTo(1_000);
    }

    @Test
    void wrongThingsAreRefusedWithEveryWrongPlace() {
        Browser.Answer refused = stage.draft(" ", "goods", 0, "'stock':-1,'picture':'http://x'");
        assertThat(refused.code()).isEqualTo("invalid");
        assertThat(refused.text()).contains("/name", "/points", "/stock", "/picture", "/delivery");
        String name = "杯" + UUID.randomUUID();
        stage.goods(name, 1, "");
        assertThat(stage.draft(name, "goods", 1, "'delivery':true").code()).isEqualTo("mall-item-name-taken");
    }

    @Test
    void whatIsPaidBesideIsOnlyNotedForPickUp() {
        CustomerNo lin = stage.member("lin", 100);
        String lamp = stage.item("台灯", "goods", 100, "'stores':['s1'],'money':9900");
        MallOrder order = placed(lin, new MallWish("lamp", lamp, 1, "s1", null));
        assertThat(order.money()).isEqualTo(9_900);
        assertThat(stage.order(order.number(), "hand-over", "{}").status()).isEqualTo(200);
        await().atMost(CouponStage.PATIENCE)
                .until(() -> mall.find(stage.coupons.brand, lin, order.number()).state() == MallOrderState.FULFILLED);
    }

    private MallRefusal why(CustomerNo member, String item) {
        return mall.offer(stage.coupons.brand, member, item).whyNot();
    }

    private MallOrder placed(CustomerNo member, MallWish wish) {
        return ((MallOrdered.Placed) mall.order(stage.coupons.brand, member, wish)).order();
    }

    private MallRefusal refusal(CustomerNo member, MallWish wish) {
        return ((MallOrdered.Refused) mall.order(stage.coupons.brand, member, wish)).why();
    }
}
