package io.waterwheel.touch.privacy;

import static io.waterwheel.touch.generated.Tables.CALL_TASK;
import static io.waterwheel.touch.generated.Tables.CONTACT;
import static io.waterwheel.touch.generated.Tables.LINK;
import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static io.waterwheel.touch.generated.Tables.OUTBOX;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class TouchTables {

    /// The row stays, so that a broadcast's figures still add up; address and text go. A message that has not left
    /// is cancelled by the policy gate: there is no touchpoint any more.
    @Bean
    @Order(40)
    PersonalData recipientData(Vault vault) {
        return PersonalTable.byNumber(
                        "messages",
                        new Text("我们发出的群发消息及结果", "Broadcast messages we sent, and what became of them"),
                        RECIPIENT.CUSTOMER_NO,
                        vault)
                .erasedBy((transaction, whose) -> transaction
                        .update(RECIPIENT)
                        .setNull(RECIPIENT.ADDRESS)
                        .setNull(RECIPIENT.SENDER)
                        .set(RECIPIENT.TEXT_KEY, 0L)
                        .where(whose)
                        .execute());
    }

    /// The link still leads where it led, and no longer knows whose it was.
    @Bean
    @Order(41)
    PersonalData shortLinkData(Vault vault) {
        return PersonalTable.byNumber(
                        "short-links", new Text("发给本人的短链接", "Short links sent to the person"), LINK.CUSTOMER_NO, vault)
                .erasedBy((transaction, whose) -> transaction
                        .update(LINK)
                        .setNull(LINK.CUSTOMER_NO)
                        .where(whose)
                        .execute());
    }

    @Bean
    @Order(42)
    PersonalData outboxData(Vault vault) {
        return PersonalTable.byNumber(
                "messages-underway",
                new Text("正在写入时间线的消息记录", "Message records on their way to the timeline"),
                OUTBOX.CUSTOMER_NO,
                vault);
    }

    /// Deleted, with what waits: a message that is under way is settled for nobody.
    @Bean
    @Order(43)
    PersonalData messageData(Vault vault) {
        return PersonalTable.byNumber(
                "single-messages",
                new Text("发给本人的单条消息及结果", "Messages to this person alone, and what became of them"),
                MESSAGE.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(44)
    PersonalData contactData(Vault vault) {
        return PersonalTable.byNumber(
                "contacts",
                new Text("何时经哪个渠道联系过本人", "When and by which channel this person was written to"),
                CONTACT.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(45)
    PersonalData callTaskData(Vault vault) {
        return PersonalTable.byNumber(
                "call-tasks",
                new Text("给本人打电话的任务及结果", "Calls to be made to the person, and what came of them"),
                CALL_TASK.CUSTOMER_NO,
                vault);
    }
}
