package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.CONSENT;
import static io.waterwheel.customer.generated.Tables.CONSENT_DECISION;
import static io.waterwheel.customer.generated.Tables.IDENTITY_CHANGE;
import static io.waterwheel.customer.generated.Tables.LINK;
import static io.waterwheel.customer.generated.Tables.QUIET_PREFERENCE;
import static io.waterwheel.customer.generated.Tables.RELATION;
import static io.waterwheel.customer.generated.Tables.SEPARATION;
import static io.waterwheel.customer.generated.Tables.SUGGESTION;
import static io.waterwheel.customer.generated.Tables.TOUCHPOINT;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The tables of this module that are one person's row by row.
@Configuration(proxyBeanMethods = false)
class CustomerTables {

    @Bean
    @Order(12)
    PersonalData identityChangesData(Vault vault) {
        return PersonalTable.byCondition(
                "merges",
                new Text("记录的合并和拆分，以及凭什么", "Records joined or taken apart, and by which evidence"),
                IDENTITY_CHANGE,
                person -> IDENTITY_CHANGE
                        .CUSTOMER_NO
                        .eq(DSL.any(person.numberArray()))
                        .or(IDENTITY_CHANGE.OTHER_NO.eq(DSL.any(person.numberArray()))),
                vault);
    }

    @Bean
    @Order(13)
    PersonalData identityLinksData(Vault vault) {
        return PersonalTable.byCondition(
                "links",
                new Text("哪些标识被一起提到过", "Which identifiers were named together"),
                LINK,
                person -> LINK.LOW.eq(DSL.any(person.numberArray())).or(LINK.HIGH.eq(DSL.any(person.numberArray()))),
                vault);
    }

    @Bean
    @Order(14)
    PersonalData identitySeparationsData(Vault vault) {
        return PersonalTable.byCondition(
                "separations",
                new Text("认定为不是同一个人的标识", "Identifiers decided to be another person's"),
                SEPARATION,
                person -> SEPARATION.NO.eq(DSL.any(person.numberArray())),
                vault);
    }

    @Bean
    @Order(15)
    PersonalData suggestionsData(Vault vault) {
        return PersonalTable.byCondition(
                "suggestions",
                new Text("与其他记录可能是同一个人的提示", "Suggestions that another record may be the same person's"),
                SUGGESTION,
                person -> SUGGESTION
                        .LEFT_NO
                        .eq(DSL.any(person.numberArray()))
                        .or(SUGGESTION.RIGHT_NO.eq(DSL.any(person.numberArray()))),
                vault);
    }

    @Bean
    @Order(30)
    PersonalData relationsData(Vault vault) {
        return PersonalTable.byNumber(
                "brands",
                new Text("与各品牌的关系：首次和最近一次出现、会员、消费合计", "Each brand: first and last seen, membership, totals"),
                RELATION.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(31)
    PersonalData touchpointsData(Vault vault) {
        return PersonalTable.byNumber(
                "touchpoints",
                new Text("能否通过各渠道联系到", "Whether each channel can reach the person"),
                TOUCHPOINT.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(32)
    PersonalData consentsData(Vault vault) {
        return PersonalTable.byNumber(
                "consents", new Text("目前有效的同意与拒绝", "Consents and refusals in force"), CONSENT.CUSTOMER_NO, vault);
    }

    @Bean
    @Order(33)
    PersonalData consentDecisionsData(Vault vault) {
        return PersonalTable.byNumber(
                "consent-decisions",
                new Text("每一次同意和撤回", "Every consent given or withdrawn"),
                CONSENT_DECISION.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(34)
    PersonalData quietPreferencesData(Vault vault) {
        return PersonalTable.byNumber(
                "quiet-preferences", new Text("免打扰", "Quiet preference"), QUIET_PREFERENCE.CUSTOMER_NO, vault);
    }
}
