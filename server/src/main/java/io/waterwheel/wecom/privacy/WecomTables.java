package io.waterwheel.wecom.privacy;

import static io.waterwheel.wecom.generated.Tables.CALLBACK;
import static io.waterwheel.wecom.generated.Tables.FRIEND;
import static io.waterwheel.wecom.generated.Tables.FRIEND_TAGS;
import static io.waterwheel.wecom.generated.Tables.TAG_PUSH;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class WecomTables {

    @Bean
    @Order(50)
    PersonalData friendsData(Vault vault) {
        return PersonalTable.byIdentifier(
                "wecom-friends",
                new Text("企业微信好友关系", "WeCom friendships with guides"),
                FRIEND.EXTERNAL_USERID,
                IdentifierKind.EXTERNAL_USERID,
                vault);
    }

    /// The key stays, so that the same callback is still known to be the same; whom it was about goes.
    @Bean
    @Order(51)
    PersonalData callbacksData(Vault vault) {
        return PersonalTable.byCondition(
                        "wecom-callbacks",
                        new Text("企业微信推送的变更通知", "Notices of change from WeCom"),
                        CALLBACK,
                        person -> DSL.field("{0} ->> 'ExternalUserID'", String.class, CALLBACK.FIELDS)
                                .eq(DSL.any(person.values(IdentifierKind.EXTERNAL_USERID))),
                        vault)
                .erasedBy((transaction, whose) -> transaction
                        .update(CALLBACK)
                        .set(CALLBACK.FIELDS, JSONB.valueOf("{}"))
                        .setNull(CALLBACK.DUE_AT)
                        .where(whose)
                        .execute());
    }

    /// What is on the person in WeCom itself is the guides' and WeCom's to take off.
    @Bean
    @Order(52)
    PersonalData friendTagsData(Vault vault) {
        return PersonalTable.byIdentifier(
                "wecom-tags",
                new Text("企业微信里打在本人身上的标签", "Corp tags on the person in WeCom"),
                FRIEND_TAGS.EXTERNAL_USERID,
                IdentifierKind.EXTERNAL_USERID,
                vault);
    }

    @Bean
    @Order(53)
    PersonalData tagPushesData(Vault vault) {
        return PersonalTable.byIdentifier(
                "wecom-tags-underway",
                new Text("正要告诉企业微信的标签变化", "Changes of tags that WeCom is about to be told"),
                TAG_PUSH.EXTERNAL_USERID,
                IdentifierKind.EXTERNAL_USERID,
                vault);
    }
}
