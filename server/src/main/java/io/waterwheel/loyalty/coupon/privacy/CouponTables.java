package io.waterwheel.loyalty.coupon.privacy;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_MOVE;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.life.CouponStep;
import io.waterwheel.loyalty.coupon.life.CouponTransitions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class CouponTables {

    private static final List<String> OPEN = CouponTransitions.before(CouponStep.WITHDRAW).stream()
            .map(CouponState::code)
            .toList();

    /// The rows stay, because stores are owed money for them; nobody's name is on them any more, and what is
    /// not used yet cannot be.
    @Bean
    @Order(66)
    PersonalData couponData(Vault vault, InstantSource clock) {
        return PersonalTable.byNumber("coupons", new Text("本人的优惠券", "Coupons of the person"), COUPON.CUSTOMER_NO, vault)
                .erasedBy((transaction, whose) -> erase(transaction, whose, clock.instant()));
    }

    /// What is withdrawn is a move of nobody's, so that the template's figures and budget have it.
    private static int erase(DSLContext transaction, Condition whose, Instant now) {
        Condition open = COUPON.STATE.in(OPEN);
        transaction
                .insertInto(
                        COUPON_MOVE,
                        COUPON_MOVE.BRAND_ID,
                        COUPON_MOVE.COUPON_ID,
                        COUPON_MOVE.TEMPLATE_ID,
                        COUPON_MOVE.STEP,
                        COUPON_MOVE.AT,
                        COUPON_MOVE.BY_NAME,
                        COUPON_MOVE.RELEASED)
                .select(DSL.select(
                                COUPON.BRAND_ID,
                                COUPON.ID,
                                COUPON.TEMPLATE_ID,
                                DSL.inline(CouponStep.WITHDRAW.code()),
                                DSL.val(now),
                                DSL.inline("erasure"),
                                COUPON.WORTH)
                        .from(COUPON)
                        .where(whose)
                        .and(open))
                .execute();
        return transaction
                .update(COUPON)
                .setNull(COUPON.CUSTOMER_NO)
                .setNull(COUPON.GIVEN_NO)
                .setNull(COUPON.ORDER_ID)
                .setNull(COUPON.USE)
                .setNull(COUPON.REMIND_AT)
                .set(COUPON.ISSUE_KEY, DSL.concat(DSL.inline("erased/"), COUPON.ID.cast(String.class)))
                .set(
                        COUPON.STATE,
                        DSL.when(open, DSL.inline(CouponState.WITHDRAWN.code())).otherwise(COUPON.STATE))
                .where(whose)
                .execute();
    }

    @Bean
    @Order(67)
    PersonalData couponMoveData(Vault vault) {
        return PersonalTable.byNumber(
                        "coupon-moves",
                        new Text("本人优惠券的变动", "What happened to coupons of the person"),
                        COUPON_MOVE.CUSTOMER_NO,
                        vault)
                .erasedBy((transaction, whose) -> transaction
                        .update(COUPON_MOVE)
                        .setNull(COUPON_MOVE.CUSTOMER_NO)
                        .setNull(COUPON_MOVE.ORDER_ID)
                        .set(COUPON_MOVE.TOLD, true)
                        .where(whose)
                        .execute());
    }
}
