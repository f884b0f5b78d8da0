package io.waterwheel.wecom.group;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.account.WecomCalls;
import io.waterwheel.wecom.account.WecomCalls.Failed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplateAddResult;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgListResult;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult.ExternalContactGroupMsgSendInfo;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.springframework.stereotype.Component;

/// WeCom's mass message to groups (企业群发, doc path/92135 and path/93338), which their owner confirms.
@Component
class GroupMessages {

    private static final int LIST_PAGE = 100;
    private static final int RESULT_PAGE = 1_000;
    private static final int BY_THE_CORP = 0;

    /// WeCom's clock and ours may differ.
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final WecomCalls calls;
    private final GroupCalls own;
    private final InstantSource clock;

    GroupMessages(WecomCalls calls, GroupCalls own, InstantSource clock) {
        this.calls = calls;
        this.own = own;
        this.clock = clock;
    }

    WxCpMsgTemplateAddResult send(Brand brand, GroupCalls.Due call, List<String> chats) throws Failed {
        Text text = new Text();
        text.setContent(call.words());
        WxCpMsgTemplate message = WxCpMsgTemplate.builder()
                .chatType("group")
                .chatIdList(chats)
                .sender(call.owner())
                .text(text)
                .build();
        return calls.tryAsk(brand, wecom -> wecom.getExternalContactService().addMsgTemplate(message));
    }

    /// Looks for the message of a call whose answer was lost: created about then with these words for this
    /// owner and some of these groups, and known to be no other call's.
    ///
    /// @return its msgid, empty when everything was looked through and it is not there
    Optional<String> trace(Brand brand, GroupCalls.Due call, List<String> chats) throws Failed {
        Instant calledAt = Objects.requireNonNull(call.calledAt());
        Date from = Date.from(calledAt.minus(MARGIN));
        Date to = Date.from(calledAt.plus(MARGIN));
        String cursor = "";
        do {
            String page = cursor;
            WxCpGroupMsgListResult result = calls.tryAsk(
                    brand,
                    wecom -> wecom.getExternalContactService()
                            .getGroupMsgListV2("group", from, to, null, BY_THE_CORP, LIST_PAGE, page));
            for (var message : result.getGroupMsgList()) {
                boolean sameWords = message.getText() != null
                        && call.words().equals(message.getText().getContent());
                if (sameWords
                        && !own.known(call, message.getMsgId())
                        && isFor(brand, call, message.getMsgId(), chats)) {
                    return Optional.of(message.getMsgId());
                }
            }
            cursor = Objects.requireNonNullElse(result.getNextCursor(), "");
        } while (!cursor.isEmpty());
        return Optional.empty();
    }

    private boolean isFor(Brand brand, GroupCalls.Due call, String msgid, List<String> chats) throws Failed {
        var tasks = calls.tryAsk(
                        brand, wecom -> wecom.getExternalContactService().getGroupMsgTask(msgid, LIST_PAGE, ""))
                .getTaskList();
        if (tasks.stream().noneMatch(task -> call.owner().equals(task.getUserId()))) {
            return false;
        }
        Map<String, ExternalContactGroupMsgSendInfo> results = results(brand, call.owner(), msgid);
        return !results.isEmpty() && new HashSet<>(chats).containsAll(results.keySet());
    }

    /// What WeCom knows of each group; one that is left out was not taken.
    Map<String, GroupCalls.Became> became(Brand brand, GroupCalls.Due call, List<String> chats) throws Failed {
        Map<String, ExternalContactGroupMsgSendInfo> results =
                results(brand, call.owner(), Objects.requireNonNull(call.msgid()));
        Map<String, GroupCalls.Became> became = new HashMap<>();
        Instant now = clock.instant();
        for (String chat : chats) {
            ExternalContactGroupMsgSendInfo result = results.get(chat);
            if (result == null) {
                became.put(chat, new GroupCalls.Became("failed", "refused", now));
                continue;
            }
            switch (Objects.requireNonNullElse(result.getStatus(), 0)) {
                case 1 -> {
                    Long sent = result.getSendTime();
                    became.put(
                            chat,
                            new GroupCalls.Became("confirmed", null, sent == null ? now : Instant.ofEpochSecond(sent)));
                }
                case 2 -> became.put(chat, new GroupCalls.Became("failed", "not-there", now));
                case 3 -> became.put(chat, new GroupCalls.Became("failed", "limit-reached", now));
                default -> {
                    // It waits for the owner.
                }
            }
        }
        return became;
    }

    private Map<String, ExternalContactGroupMsgSendInfo> results(Brand brand, String owner, String msgid)
            throws Failed {
        Map<String, ExternalContactGroupMsgSendInfo> results = new HashMap<>();
        String cursor = "";
        do {
            String page = cursor;
            WxCpGroupMsgSendResult result = calls.tryAsk(
                    brand,
                    wecom -> wecom.getExternalContactService().getGroupMsgSendResult(msgid, owner, RESULT_PAGE, page));
            result.getSendList().forEach(one -> results.put(one.getChatId(), one));
            cursor = Objects.requireNonNullElse(result.getNextCursor(), "");
        } while (!cursor.isEmpty());
        return results;
    }

    /// Takes back what the owner has not confirmed.
    ///
    /// @throws Problem when WeCom cannot be asked right now
    void recall(Brand brand, GroupCalls.Due call) throws Failed {
        String msgid = Objects.requireNonNull(call.msgid());
        calls.tryAsk(brand, wecom -> wecom.getExternalContactService().cancelGroupMsgSend(msgid));
    }
}
