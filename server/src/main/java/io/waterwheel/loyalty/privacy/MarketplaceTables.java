package io.waterwheel.loyalty.privacy;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_PHONE;

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
class MarketplaceTables {

    /// What was unbound goes at once. What is bound stays without the person until the marketplace was told to
    /// unbind it, which takes the account's id and nothing else.
    @Bean
    @Order(77)
    PersonalData marketplaceLinkData(Vault vault, InstantSource clock) {
        return PersonalTable.byNumber(
                        "marketplace-accounts",
                        new Text("会员通绑定的平台账号", "Accounts on marketplaces that are bound"),
                        MARKETPLACE_LINK.CUSTOMER_NO,
                        vault)
                .erasedBy((transaction, whose) -> transaction
                                .deleteFrom(MARKETPLACE_LINK)
                                .where(whose, MARKETPLACE_LINK.STATE.ne("linked"))
                                .execute()
                        + transaction
                                .update(MARKETPLACE_LINK)
                                .set(MARKETPLACE_LINK.STATE, "forgotten")
                                .set(MARKETPLACE_LINK.PUSH_AT, DSL.val(clock.instant(), MARKETPLACE_LINK.PUSH_AT))
                                .set(MARKETPLACE_LINK.CHANGES, MARKETPLACE_LINK.CHANGES.plus(1))
                                .setNull(MARKETPLACE_LINK.CUSTOMER_NO)
                                .setNull(MARKETPLACE_LINK.OPENED_NO)
                                .setNull(MARKETPLACE_LINK.MIX)
                                .where(whose)
                                .execute());
    }

    /// A phone's own number is one of the person's.
    @Bean
    @Order(78)
    PersonalData marketplacePhoneData(Vault vault) {
        return PersonalTable.byNumber(
                "marketplace-phones",
                new Text("混淆后的手机号", "Phones as marketplaces mix them"),
                MARKETPLACE_PHONE.PHONE_NO,
                vault);
    }
}
