package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.generated.Tables.CHECK_IN;
import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;
import static io.waterwheel.loyalty.generated.Tables.REWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.CheckIns.CheckedIn;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// People who turn out to be one, come apart again, or ask to be forgotten.
@ServerTest
class MallPersonStories {

    private static final MallAddress HOME = new MallAddress("林小满", "13800001111", "中山东一路1号");

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
    private CheckIns checkIns;

    @Autowired
    private DSLContext database;

    private MallStage stage;

    @BeforeEach
    void aBrand() {
        stage = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
    }

    @Test
    void whoTurnsOutToBeSomebodyElseHasTheOrdersOfBothAndGivesThemBackWhenTheyComeApart() {
        String cup = stage.goods("保温杯", 100, "'perMember':2");
        CustomerNo one = stage.member("one", 100);
        CustomerNo other = stage.member("other", 100);
        MallOrder first = placed(one, cup, "first");
        MallOrder second = placed(other, cup, "second");
        stage.coupons.operator.post(
                stage.path("/customers/" + one + "/merge"), Map.of("other", other.value(), "why", "同一人"));
        CustomerNo whole = customers.current(List.of(other)).get(other);
        assertThat(mall.orders(stage.coupons.brand, one)).hasSize(2);
        assertThat(mall.orders(stage.coupons.brand, other))
                .as("by whichever number")
                .hasSize(2);
        stage.earn(whole, 100);
        assertThat(mall.offer(stage.coupons.brand, whole, cup).whyNot()).isEqualTo(MallRefusal.LIMIT_REACHED);

        // What either ordered is given back to whoever they are now.
        assertThat(mall.cancel(stage.coupons.brand, whole, second.number()).givenBack())
                .isTrue();
        assertThat(stage.points(whole)).isEqualTo(200);

        int low = Math.min(one.value(), other.value());
        int high = Math.max(one.value(), other.value());
        Browser.Answer apart = stage.coupons.operator.post(
                stage.path("/customers/" + whole + "/separate"), Map.of("low", low, "high", high, "why", "父子"));
        assertThat(apart.status()).as(apart.text()).isEqualTo(200);
        assertThat(mall.orders(stage.coupons.brand, one))
                .extracting(MallOrder::number)
                .containsExactly(first.number());
        assertThat(mall.orders(stage.coupons.brand, other))
                .extracting(MallOrder::number)
                .containsExactly(second.number());
    }

    @Test
    void twoWhoBothCheckedInTodayAreOneWhoDid() {
        stage.coupons.operator.put(
                stage.path("/check-in/rule"), Browser.json("{'active':true,'points':[1],'bonuses':[]}"));
        CustomerNo one = stage.member("one", 0);
        CustomerNo other = stage.member("other", 0);
        checkIns.checkIn(stage.coupons.brand, one);
        checkIns.checkIn(stage.coupons.brand, other);
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(one) + stage.points(other) == 2);
        stage.coupons.operator.post(
                stage.path("/customers/" + one + "/merge"), Map.of("other", other.value(), "why", "同一人"));
        CustomerNo whole = customers.current(List.of(other)).get(other);
        assertThat(checkIns.checkIn(stage.coupons.brand, whole))
                .isInstanceOfSatisfying(
                        CheckedIn.Done.class,
                        done -> assertThat(done.repeated()).isTrue());
        assertThat(checkIns.status(stage.coupons.brand, whole).streak()).isEqualTo(1);
        assertThat(stage.points(whole)).isEqualTo(2);
    }

    @Test
    void whoAsksToBeForgottenLeavesAnOrderWithoutANameAndNothingElse() {
        stage.coupons.operator.put(
                stage.path("/check-in/rule"), Browser.json("{'active':true,'points':[1],'bonuses':[]}"));
        String cup = stage.goods("保温杯", 100, "'stock':5");
        CustomerNo lin = stage.member("lin", 100);
        String number = ((MallOrdered.Placed)
                        mall.order(stage.coupons.brand, lin, new MallWish("home", cup, 1, null, HOME)))
                .order()
                .number();
        checkIns.checkIn(stage.coupons.brand, lin);
        String sealed = database.select(MALL_ORDER.RECIPIENT)
                .from(MALL_ORDER)
                .where(MALL_ORDER.ID.eq(Long.parseLong(number)))
                .fetchSingle()
                .value1();
        assertThat(Vault.isSealed(sealed)).isTrue();
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 1);

        Browser.Answer asked =
                stage.coupons.admin.post(stage.path("/customers/" + lin + "/erasure"), Map.of("reason", "本人来信"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        String id = asked.json().path("id").asString();
        await().atMost(CouponStage.PATIENCE.multipliedBy(3))
                .until(() -> stage.coupons
                        .admin
                        .get("/api/erasures/" + id)
                        .json()
                        .path("state")
                        .asString()
                        .equals("done"));
        var row = database.selectFrom(MALL_ORDER)
                .where(MALL_ORDER.ID.eq(Long.parseLong(number)))
                .fetchSingle();
        assertThat(row.getCustomerNo()).isNull();
        assertThat(row.getRecipient()).isNull();
        assertThat(row.getState()).isEqualTo("cancelled");
        assertThat(database.fetchCount(CHECK_IN, CHECK_IN.OPENED_NO.eq(lin.value())))
                .isZero();
        assertThat(database.fetchCount(REWARD, REWARD.OPENED_NO.eq(lin.value())))
                .isZero();
        assertThat(stage.coupons
                        .operator
                        .get(stage.path("/mall/orders"))
                        .json()
                        .at("/items/0/customer")
                        .isNull())
                .isTrue();
    }

    private MallOrder placed(CustomerNo member, String item, String key) {
        return ((MallOrdered.Placed) mall.order(stage.coupons.brand, member, new MallWish(key, item, 1, "s1", null)))
                .order();
    }
}
