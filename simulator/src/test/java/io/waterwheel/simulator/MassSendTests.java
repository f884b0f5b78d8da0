package io.waterwheel.simulator;

import static io.waterwheel.simulator.ContactTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult.ExternalContactGroupMsgSendInfo;
import me.chanjar.weixin.cp.bean.external.msg.Attachment;
import me.chanjar.weixin.cp.bean.external.msg.Link;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MassSendTests {
    private final SimulatorFixture town = new SimulatorFixture();

    @AfterEach
    void end() {
        town.close();
    }

    @Test
    void aMassMessageWaitsForItsGuideAndIsThenSent() throws Exception {
        town.with(new WorldBuilder().friends("lin", 3).friends("zhao", 1));
        var contacts = town.contacts();
        var added = contacts.addMsgTemplate(message("你好", "lin", List.of("wm0", "wm1", "wm3", "stranger")));
        assertThat(added.getFailList()).containsExactly("wm3", "stranger");
        var msgid = added.getMsgId();

        var task = contacts.getGroupMsgTask(msgid, 1000, "").getTaskList().getFirst();
        assertThat(task.getUserId()).isEqualTo("lin");
        assertThat(task.getStatus()).isZero();
        assertThat(results(contacts, msgid, "lin", 1000))
                .extracting(result -> result.getStatus())
                .containsExactly(0, 0);
        assertThat(town.truth("delivered")).isZero();

        assertThat(town.confirm("lin", msgid).path("statuses").path("1").asInt())
                .isEqualTo(2);
        town.confirm("lin", msgid);
        assertThat(contacts.getGroupMsgTask(msgid, 1000, "")
                        .getTaskList()
                        .getFirst()
                        .getStatus())
                .isEqualTo(2);
        assertThat(results(contacts, msgid, "lin", 1000))
                .extracting(result -> result.getStatus())
                .containsExactly(1, 1);
        assertThat(town.sim("GET", "/sim/record?channel=wecom")).hasSize(2);
        assertThat(town.sim("GET", "/sim/record/duplicates")).isEmpty();
    }

    @Test
    void withoutASenderEachCustomersNewestGuideIsAsked() throws Exception {
        town.with(new WorldBuilder().friends("lin", 1).friends("zhao", 1));
        var contacts = town.contacts();
        var msgid = contacts.addMsgTemplate(message("你好", null, List.of("wm0", "wm1")))
                .getMsgId();
        assertThat(contacts.getGroupMsgTask(msgid, 1000, "").getTaskList())
                .extracting(task -> task.getUserId())
                .containsExactly("lin", "zhao");
    }

    @Test
    void tenThousandCustomersAreTheMostAndResultsComeInPages() throws Exception {
        town.with(new WorldBuilder().friends("lin", 10_001));
        var contacts = town.contacts();
        var all = IntStream.range(0, 10_001).mapToObj(i -> "wm" + i).toList();
        refused(40058, () -> contacts.addMsgTemplate(message("你好", "lin", all)));
        var msgid = contacts.addMsgTemplate(message("你好", "lin", all.subList(0, 10_000)))
                .getMsgId();
        town.confirm("lin", msgid);
        assertThat(results(contacts, msgid, "lin", 1000))
                .hasSize(10_000)
                .allMatch(result -> result.getStatus() == 1)
                .extracting(result -> result.getExternalUserId())
                .doesNotHaveDuplicates();
        refused(40058, () -> contacts.getGroupMsgSendResult(msgid, "lin", 1001, ""));
    }

    @Test
    void whatWeComWouldNotTakeIsRefused() throws Exception {
        town.with(new WorldBuilder().friends("lin", 1));
        var contacts = town.contacts();
        refused(40063, () -> contacts.addMsgTemplate(message("", "lin", List.of("wm0"))));
        refused(45002, () -> contacts.addMsgTemplate(message("水".repeat(1334), "lin", List.of("wm0"))));
        refused(60111, () -> contacts.addMsgTemplate(message("你好", "nobody", List.of("wm0"))));
        refused(41048, () -> contacts.addMsgTemplate(message("你好", "zhao", List.of("wm0"))));
        assertThat(contacts.addMsgTemplate(message("水".repeat(1333), "lin", List.of("wm0")))
                        .getMsgId())
                .startsWith("msg");
    }

    @Test
    void aCustomerOverTheMonthsLimitIsStatus3UntilTheNextMonth() throws Exception {
        town.with(new WorldBuilder().friends("lin", 1).customerMessagesPerMonth(2));
        var contacts = town.contacts();
        assertThat(statusOfNext(contacts)).isEqualTo(1);
        assertThat(statusOfNext(contacts)).isEqualTo(1);
        assertThat(statusOfNext(contacts)).isEqualTo(3);
        town.moveClock(Duration.ofDays(32));
        assertThat(statusOfNext(contacts)).isEqualTo(1);
    }

    @Test
    void aCustomerWhoDeletedTheGuideMeanwhileIsStatus2() throws Exception {
        town.with(new WorldBuilder().friends("lin", 2));
        var contacts = town.contacts();
        var msgid = contacts.addMsgTemplate(message("你好", "lin", List.of("wm0", "wm1")))
                .getMsgId();
        town.sim("POST", "/sim/customers/p1/act", "{\"action\":\"delete-friend\"}");
        town.confirm("lin", msgid);
        assertThat(results(contacts, msgid, "lin", 1000))
                .extracting(result -> result.getStatus())
                .containsExactly(1, 2);
        refused(84061, () -> contacts.getContactDetail("wm1", null));
    }

    @Test
    void massMessagesAreListedWithTheirContent() throws Exception {
        town.with(new WorldBuilder().friends("lin", 1));
        var contacts = town.contacts();
        var link = new Link();
        link.setTitle("新品");
        link.setUrl("http://127.0.0.1/new");
        var withLink = message("看看", "lin", List.of("wm0"));
        withLink.setAttachments(List.of(attachment(link)));
        for (int i = 0; i < 3; i++) {
            contacts.addMsgTemplate(withLink);
        }
        var now = Instant.now();
        var page = contacts.getGroupMsgListV2(
                "single", Date.from(now.minusSeconds(60)), Date.from(now.plusSeconds(60)), null, 2, 2, "");
        assertThat(page.getGroupMsgList()).hasSize(2);
        var listed = page.getGroupMsgList().getFirst();
        assertThat(listed.getText().getContent()).isEqualTo("看看");
        assertThat(listed.getAttachments().getFirst().getLink().getUrl()).isEqualTo("http://127.0.0.1/new");
        var next = contacts.getGroupMsgListV2(
                "single",
                Date.from(now.minusSeconds(60)),
                Date.from(now.plusSeconds(60)),
                null,
                2,
                2,
                page.getNextCursor());
        assertThat(next.getGroupMsgList()).hasSize(1);
        refused(
                40058,
                () -> contacts.getGroupMsgListV2(
                        "single", Date.from(now.minus(Duration.ofDays(40))), Date.from(now), null, 2, 50, ""));
    }

    @Test
    void aCancelledMassMessageCanNotBeConfirmedAndRemindingHasALimit() throws Exception {
        town.with(new WorldBuilder().friends("lin", 1));
        var contacts = town.contacts();
        var msgid =
                contacts.addMsgTemplate(message("你好", "lin", List.of("wm0"))).getMsgId();
        for (int i = 0; i < 3; i++) {
            contacts.remindGroupMsgSend(msgid);
        }
        refused(45009, () -> contacts.remindGroupMsgSend(msgid));
        town.moveClock(Duration.ofHours(25));
        contacts.remindGroupMsgSend(msgid);
        contacts.cancelGroupMsgSend(msgid);
        assertThat(town.call("POST", "/sim/guides/lin/tasks/" + msgid + "/confirm", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(town.truth("delivered")).isZero();
        refused(40058, () -> contacts.cancelGroupMsgSend("no-such-message"));
    }

    static WxCpMsgTemplate message(String text, @Nullable String sender, List<String> customers) {
        var content = new Text();
        content.setContent(text);
        return WxCpMsgTemplate.builder()
                .chatType("single")
                .sender(sender)
                .externalUserid(new ArrayList<>(customers))
                .text(content)
                .build();
    }

    private static Attachment attachment(Link link) {
        var attachment = new Attachment();
        attachment.setLink(link);
        return attachment;
    }

    private int statusOfNext(WxCpExternalContactService contacts) throws Exception {
        var msgid =
                contacts.addMsgTemplate(message("你好", "lin", List.of("wm0"))).getMsgId();
        town.confirm("lin", msgid);
        return results(contacts, msgid, "lin", 1000).getFirst().getStatus();
    }

    static List<ExternalContactGroupMsgSendInfo> results(
            WxCpExternalContactService contacts, String msgid, String userid, int limit) throws Exception {
        var all = new ArrayList<ExternalContactGroupMsgSendInfo>();
        var cursor = "";
        do {
            var page = contacts.getGroupMsgSendResult(msgid, userid, limit, cursor);
            all.addAll(page.getSendList());
            cursor = Objects.requireNonNullElse(page.getNextCursor(), "");
        } while (!cursor.isEmpty());
        return all;
    }
}
