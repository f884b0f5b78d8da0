package io.waterwheel.simulator;

import static io.waterwheel.simulator.MassSendTests.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupTests {
    private final SimulatorFixture town = new SimulatorFixture();

    @AfterEach
    void end() {
        town.close();
    }

    private void group(String chat, String owner, String... people) {
        var list = String.join("\",\"", people);
        town.sim(
                "PUT",
                "/sim/groups/" + chat,
                "{\"name\":\"群" + chat + "\",\"owner\":\"" + owner + "\",\"people\":[\"" + list + "\"]}");
    }

    @Test
    void groupsAreListedInPagesWithTheirMembers() throws Exception {
        town.with(new WorldBuilder().friends("lin", 2));
        group("wr1", "lin", "p0", "p1");
        group("wr2", "zhao", "p0");
        var contacts = town.contacts();
        var first = contacts.listGroupChat(1, "", 0, new String[0]);
        assertThat(first.getGroupChatList()).hasSize(1);
        assertThat(contacts.listGroupChat(1, first.getNextCursor(), 0, new String[0])
                        .getGroupChatList()
                        .getFirst()
                        .getChatId())
                .isEqualTo("wr2");
        assertThat(contacts.listGroupChat(100, "", 0, new String[] {"zhao"}).getGroupChatList())
                .hasSize(1);
        var chat = contacts.getGroupChat("wr1", 1).getGroupChat();
        assertThat(chat.getOwner()).isEqualTo("lin");
        assertThat(chat.getMemberList())
                .extracting(member -> member.getUserId() + " " + member.getType() + " " + member.getName())
                .containsExactly("lin 1 林导购", "wm0 2 客户0", "wm1 2 客户1");
        town.sim("DELETE", "/sim/groups/wr1");
        refused(49008, () -> contacts.getGroupChat("wr1", 1));
        town.sim("DELETE", "/sim/guides/zhao");
        assertThat(contacts.listGroupChat(100, "", 1, new String[0])
                        .getGroupChatList()
                        .getFirst()
                        .getStatus())
                .isEqualTo(1);
    }

    @Test
    void aMessageToGroupsIsTheirOwnersTaskAndStandsInEachGroupOnce() throws Exception {
        town.with(new WorldBuilder().friends("lin", 3).customerMessagesPerMonth(1));
        group("wr1", "lin", "p0", "p1");
        group("wr2", "lin", "p0", "p2");
        group("wr3", "zhao", "p0");
        var contacts = town.contacts();
        var added = contacts.addMsgTemplate(message("lin", List.of("wr1", "wr2", "wr3")));
        assertThat(added.getFailList()).containsExactly("wr3");
        town.sim("DELETE", "/sim/groups/wr2");
        town.confirm("lin", added.getMsgId());
        assertThat(results(contacts, added.getMsgId(), "lin", 1000))
                .extracting(result -> result.getChatId() + " " + result.getStatus())
                .containsExactly("wr1 1", "wr2 2");
        assertThat(town.sim("GET", "/sim/groups/wr1").path("posts")).hasSize(1);
        assertThat(town.sim("GET", "/sim/record?channel=group")).hasSize(2);
        var again = contacts.addMsgTemplate(message("lin", List.of("wr1"))).getMsgId();
        town.confirm("lin", again);
        assertThat(results(contacts, again, "lin", 1000).getFirst().getStatus())
                .as("the month's limit of a group")
                .isEqualTo(3);
        town.sim("DELETE", "/sim/guides/lin");
        refused(60111, () -> contacts.getGroupMsgSendResult(again, "lin", 100, ""));
    }

    @Test
    void whatWeComWouldNotTakeIsRefused() throws Exception {
        town.with(new WorldBuilder().friends("lin", 1));
        group("wr1", "zhao", "p0");
        var contacts = town.contacts();
        refused(40063, () -> contacts.addMsgTemplate(message(null, List.of("wr1"))));
        refused(60111, () -> contacts.addMsgTemplate(message("nobody", List.of("wr1"))));
        refused(41048, () -> contacts.addMsgTemplate(message("lin", List.of("wr1"))));
        var many = IntStream.range(0, 2_001).mapToObj(i -> "wr" + i).toList();
        refused(40058, () -> contacts.addMsgTemplate(message("zhao", many)));
    }

    @Test
    void theSameWordsReachAGuideOnceAndNoMoreThanThirtyAMinute() throws Exception {
        town.with(new WorldBuilder().friends("lin", 1));
        var messages = town.wecom().getMessageService();
        for (int i = 0; i < 2; i++) {
            var message = WxCpMessage.TEXT().toUser("lin").content("两件事").build();
            message.setEnableDuplicateCheck(true);
            message.setDuplicateCheckInterval(600);
            messages.send(message);
        }
        assertThat(town.sim("GET", "/sim/guides/lin").path("notices")).hasSize(1);
        for (int i = 0; i < 40; i++) {
            messages.send(WxCpMessage.TEXT().toUser("lin").content("第" + i).build());
        }
        assertThat(town.sim("GET", "/sim/guides/lin").path("notices")).hasSize(30);
        town.moveClock(Duration.ofMinutes(2));
        messages.send(WxCpMessage.TEXT().toUser("lin").content("后来").build());
        assertThat(town.sim("GET", "/sim/guides/lin").path("notices")).hasSize(31);
    }

    static void refused(int code, ThrowingCallable call) {
        assertThat(catchThrowableOfType(WxErrorException.class, call).getError().getErrorCode())
                .isEqualTo(code);
    }

    private static WxCpMsgTemplate message(@Nullable String owner, List<String> chats) {
        var content = new Text();
        content.setContent("新茶到店");
        return WxCpMsgTemplate.builder()
                .chatType("group")
                .sender(owner)
                .chatIdList(chats)
                .text(content)
                .build();
    }
}
