package io.waterwheel.loyalty.coupon.privacy;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_MOVE;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class CouponTables {

    /// The rows stay, because stores are owed money for them; nobody's name is on them any more, and what is
    /// not used yet cannot be.
    @Bean
    @Order(66)
    PersonalData couponData(Vault vault) {
        return PersonalTable.byNumber("coupons", new Text("本人的优惠券", "Coupons of the person"), COUPON.CUSTOMER_NO, vault)
                .erasedBy((transaction, whose) -> transaction
                        .update(COUPON)
                        .setNull(COUPON.CUSTOMER_NO)
                        .setNull(COUPON.GIVEN_NO)
                        .setNull(COUPON.ORDER_ID)
                        .setNull(COUPON.USE)
                        .setNull(COUPON.REMIND_AT)
                        .set(COUPON.ISSUE_KEY, DSL.concat(DSL.inline("erased/"), COUPON.ID.cast(String.class)))
                        .set(
                                COUPON.STATE,
                                DSL.when(COUPON.STATE.in("issued", "locked", "offered"), DSL.inline("withdrawn"))
                                        .otherwise(COUPON.STATE))
                        .where(whose)
                        .execute());
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
