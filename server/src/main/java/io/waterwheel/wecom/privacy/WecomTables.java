package io.waterwheel.wecom.privacy;

import static io.waterwheel.wecom.generated.Tables.CALLBACK;
import static io.waterwheel.wecom.generated.Tables.FRIEND;
import static io.waterwheel.wecom.generated.Tables.FRIEND_TAGS;
import static io.waterwheel.wecom.generated.Tables.GROUP_MEMBER;
import static io.waterwheel.wecom.generated.Tables.HAND_TASK;
import static io.waterwheel.wecom.generated.Tables.MOMENT_CUSTOMER;
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
    @Order(54)
    PersonalData handTasksData(Vault vault) {
        return PersonalTable.byNumber(
                "hand-tasks",
                new Text(
                        "导购手动发给本人的消息任务及结果",
                        "Messages a guide is to write to the person by hand, and what came of them"),
                HAND_TASK.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(55)
    PersonalData groupMembersData(Vault vault) {
        return PersonalTable.byIdentifier(
                "wecom-groups",
                new Text("本人所在的企业微信客户群", "WeCom customer groups the person is or was in"),
                GROUP_MEMBER.EXTERNAL_USERID,
                IdentifierKind.EXTERNAL_USERID,
                vault);
    }

    @Bean
    @Order(56)
    PersonalData momentReadersData(Vault vault) {
        return PersonalTable.byIdentifier(
                "wecom-moments",
                new Text("本人能看到的企业朋友圈", "Moments of the brand the person can see"),
                MOMENT_CUSTOMER.EXTERNAL_USERID,
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
