package io.waterwheel.loyalty.privacy;

import static io.waterwheel.loyalty.generated.Tables.TILL_PAYMENT;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import java.time.InstantSource;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class TillTables {

    /// The rows stay without the order, as what became of points at which till. What is kept back is given
    /// back at once, and expires as it comes; the number it was opened under is what the ledger knows it by.
    @Bean
    @Order(76)
    PersonalData tillPaymentData(Vault vault, InstantSource clock) {
        return PersonalTable.byNumber(
                        "till-payments",
                        new Text("门店积分抵扣", "Paid with points in stores"),
                        TILL_PAYMENT.CUSTOMER_NO,
                        vault)
                .erasedBy((transaction, whose) -> transaction
                        .update(TILL_PAYMENT)
                        .setNull(TILL_PAYMENT.CUSTOMER_NO)
                        .set(TILL_PAYMENT.ORDER_ID, "erased")
                        .set(TILL_PAYMENT.KEY, DSL.concat(DSL.inline("erased/"), TILL_PAYMENT.ID.cast(String.class)))
                        .set(
                                TILL_PAYMENT.UNTIL_AT,
                                DSL.least(TILL_PAYMENT.UNTIL_AT, DSL.val(clock.instant(), TILL_PAYMENT.UNTIL_AT)))
                        .set(
                                TILL_PAYMENT.SETTLE_AT,
                                DSL.when(
                                                TILL_PAYMENT.STATE.in("asked", "frozen"),
                                                DSL.val(clock.instant(), TILL_PAYMENT.SETTLE_AT))
                                        .otherwise(TILL_PAYMENT.SETTLE_AT))
                        .where(whose)
                        .execute());
    }
}
