package io.waterwheel.loyalty.member;

import static io.waterwheel.loyalty.generated.Tables.BOUGHT;
import static io.waterwheel.loyalty.generated.Tables.EARNING;
import static io.waterwheel.loyalty.generated.Tables.GRANT_REQUEST;
import static io.waterwheel.loyalty.generated.Tables.MEMBER;
import static io.waterwheel.loyalty.generated.Tables.MEMBER_EVENT;
import static io.waterwheel.loyalty.generated.Tables.PAID_MEMBERSHIP;
import static io.waterwheel.loyalty.generated.Tables.REWARD_REQUEST;
import static io.waterwheel.loyalty.generated.Tables.TIER_GIFT;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What memberships hold about people, and how it is forgotten.
@Configuration(proxyBeanMethods = false)
class MemberTables {

    @Bean
    @Order(70)
    PersonalData memberData(Vault vault) {
        return PersonalTable.byNumber(
                "memberships", new Text("会员卡与等级", "Membership and tier"), MEMBER.CUSTOMER_NO, vault);
    }

    @Bean
    @Order(71)
    PersonalData tierGiftData(Vault vault) {
        return PersonalTable.byNumber(
                "tier-gifts", new Text("获赠的等级", "Tiers that were given"), TIER_GIFT.CUSTOMER_NO, vault);
    }

    @Bean
    @Order(72)
    PersonalData paidMembershipData(Vault vault) {
        return PersonalTable.byNumber(
                "paid-memberships", new Text("付费会员", "Paid memberships"), PAID_MEMBERSHIP.CUSTOMER_NO, vault);
    }

    @Bean
    @Order(73)
    PersonalData boughtData(Vault vault) {
        return PersonalTable.byNumber(
                "rewarded-orders", new Text("计分的订单", "Orders that earned points"), BOUGHT.CUSTOMER_NO, vault);
    }

    @Bean
    @Order(74)
    PersonalData earningData(Vault vault) {
        return PersonalTable.byNumber(
                "earnings", new Text("积分的来由", "Why points were given"), EARNING.CUSTOMER_NO, vault);
    }

    @Bean
    @Order(75)
    PersonalData memberEventData(Vault vault) {
        return PersonalTable.byNumber(
                "member-events-underway",
                new Text("正在写入时间线的会员动态", "What happened, on its way to the timeline"),
                MEMBER_EVENT.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(81)
    PersonalData rewardRequestData(Vault vault) {
        return PersonalTable.byNumber(
                "rewards-underway",
                new Text("即将到账的积分和券", "Points and coupons about to be given"),
                REWARD_REQUEST.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(82)
    PersonalData grantRequestData(Vault vault) {
        return PersonalTable.byNumber(
                "grant-requests",
                new Text("请同事批准的积分", "Points a second person was asked about"),
                GRANT_REQUEST.CUSTOMER_NO,
                vault);
    }
}
