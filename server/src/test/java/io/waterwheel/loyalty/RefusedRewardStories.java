package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.reward.Reward;
import io.waterwheel.loyalty.reward.Rewards;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/// What could not be given is seen by a person, who has it tried again when the reason is gone.
@ServerTest
class RefusedRewardStories {

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
    private Rewards rewards;

    @Autowired
    private RewardRequests requests;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private DSLContext database;

    private MallStage stage;

    @BeforeEach
    void aBrand() {
        stage = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
    }

    @Test
    void whatAJourneyCouldNotGiveIsGivenOnceTheCustomerHasJoined() {
        CustomerNo lin = stage.coupons.customer("lin");
        RewardRequest wish =
                new RewardRequest("journey/7/" + lin, lin, new RequestedReward.OfPoints(new Points(50)), "沉睡会员唤醒");
        transactions.executeWithoutResult(_ -> requests.ask(stage.coupons.brand, List.of(wish)));
        JsonNode seen = onlyOne();
        assertThat(seen.path("source").asString()).isEqualTo("journey");
        assertThat(seen.path("occasion").asString()).isEqualTo("沉睡会员唤醒");
        assertThat(seen.at("/reward/zh").asString()).isEqualTo("50 积分");
        assertThat(seen.path("customer").asInt()).isEqualTo(lin.value());
        assertThat(seen.path("reason").asString()).isEqualTo("not-member");
        assertThat(seen.path("retryable").asBoolean()).isTrue();
        String id = seen.path("id").asString();
        assertThat(retry(id).code()).isEqualTo("reward-not-retryable");

        stage.member("lin", 0);
        Browser.Answer tried = retry(id);
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        await().atMost(CouponStage.PATIENCE).until(() -> stage.points(lin) == 50);
        await().atMost(CouponStage.PATIENCE).until(() -> list().isEmpty());
        assertThat(retry(id).code()).isEqualTo("reward-not-retryable");
        assertThat(browsers.signedIn(Role.ADMIN)
                        .get("/api/audit?action=reward.retry")
                        .text())
                .contains("reward/" + id);
    }

    @Test
    void whatIsGoneForGoodSaysSoAndIsNotTriedAgain() {
        CustomerNo lin = stage.member("lin", 0);
        Rewards.Occasion occasion = new Rewards.Occasion(
                stage.coupons.brand.id(), lin, "benefit/1", Instant.now(), "benefit", Map.of("benefit", "生日礼"));
        rewards.give(database, occasion, new Reward.OfCoupon(new CouponTemplateId(Long.MAX_VALUE)));
        JsonNode seen = onlyOne();
        assertThat(seen.path("occasion").asString()).isEqualTo("生日礼");
        assertThat(seen.at("/why/en").asString()).isEqualTo("the template or draw is gone");
        assertThat(seen.path("retryable").asBoolean()).isFalse();
        assertThat(retry(seen.path("id").asString()).code()).isEqualTo("reward-not-retryable");
    }

    @Test
    void nobodySeesOrTriesThoseOfAnotherBrand() {
        CustomerNo lin = stage.member("lin", 0);
        Rewards.Occasion occasion = new Rewards.Occasion(
                stage.coupons.brand.id(), lin, "draw/1", Instant.now(), "prize", Map.of("draw", "转盘"));
        rewards.give(database, occasion, new Reward.OfChances("999999999999", 1));
        String id = onlyOne().path("id").asString();
        MallStage other = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
        assertThat(other.coupons
                        .operator
                        .post(other.path("/refused-rewards/" + id + "/retry"), null)
                        .status())
                .isEqualTo(404);
        assertThat(browsers.signedIn(Role.GUIDE)
                        .get(stage.path("/refused-rewards"))
                        .status())
                .isEqualTo(403);
    }

    private JsonNode onlyOne() {
        await().atMost(CouponStage.PATIENCE).until(() -> list().size() == 1);
        return list().get(0);
    }

    private JsonNode list() {
        return stage.coupons.operator.get(stage.path("/refused-rewards")).json().path("items");
    }

    private Browser.Answer retry(String id) {
        return stage.coupons.operator.post(stage.path("/refused-rewards/" + id + "/retry"), null);
    }
}
