package io.waterwheel.loyalty.privacy;

import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class MallTables {

    /// The rows stay, because they are what became of the stock; nobody's name is on them any more. What was
    /// not handed out yet never will be, and its piece is not sold again: somebody may be packing it.
    @Bean
    @Order(76)
    PersonalData mallOrderData(Vault vault) {
        return PersonalTable.byNumber(
                        "mall-orders", new Text("积分商城兑换单", "Orders in the points mall"), MALL_ORDER.CUSTOMER_NO, vault)
                .erasedBy((transaction, whose) -> transaction
                        .update(MALL_ORDER)
                        .setNull(MALL_ORDER.CUSTOMER_NO)
                        .setNull(MALL_ORDER.OPENED_NO)
                        .setNull(MALL_ORDER.RECIPIENT)
                        .set(MALL_ORDER.CODES, new String[0])
                        .set(MALL_ORDER.COUPON_IDS, new Long[0])
                        .setNull(MALL_ORDER.PARCEL)
                        .setNull(MALL_ORDER.SETTLE_AT)
                        .setNull(MALL_ORDER.OWED_WHY)
                        .set(MALL_ORDER.KEY, DSL.concat(DSL.inline("erased/"), MALL_ORDER.ID.cast(String.class)))
                        .set(MALL_ORDER.WHY, DSL.when(MALL_ORDER.STATE.in("ordered", "paid"), DSL.inline("erased")))
                        .set(
                                MALL_ORDER.STATE,
                                DSL.when(MALL_ORDER.STATE.in("ordered", "paid"), DSL.inline("cancelled"))
                                        .otherwise(MALL_ORDER.STATE))
                        .where(whose)
                        .execute());
    }
}
