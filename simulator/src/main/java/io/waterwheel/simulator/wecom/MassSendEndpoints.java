package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.MassContent;
import io.waterwheel.simulator.town.MassSend;
import io.waterwheel.simulator.town.Town;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Mass messages (企业群发): what became of them and what can still be done. Creating one is [MassSendCreation].
final class MassSendEndpoints {
    private static final long DAY = 24L * 60 * 60 * 1000;

    private final Town town;
    private final InstantSource clock;

    MassSendEndpoints(Town town, InstantSource clock) {
        this.town = town;
        this.clock = clock;
    }

    /// WeCom doc path/93338: all mass messages of at most a month.
    Map<String, Object> list(Call call) {
        long from = call.number("start_time", 0);
        long to = call.number("end_time", 0);
        if (to < from || to - from > 31L * 24 * 60 * 60) {
            throw new Refused(40058, "start_time and end_time are at most one month apart");
        }
        var chatType = call.text("chat_type").isEmpty() ? "single" : call.text("chat_type");
        var creator = call.text("creator");
        var sends = town.massSends().stream()
                .filter(send -> send.createdAt() / 1000 >= from && send.createdAt() / 1000 <= to)
                .filter(send -> send.content().chatType().equals(chatType))
                .filter(send ->
                        creator.isEmpty() || creator.equals(send.content().creator()))
                .toList();
        var page = CursorPage.of(sends, call.text("cursor"), call.limit(50, 100));
        return Map.of(
                "group_msg_list",
                page.items().stream().map(MassSendEndpoints::rendered).toList(),
                "next_cursor",
                page.nextCursor());
    }

    /// WeCom doc path/93338: each guide's task; 0 not sent, 2 sent.
    Map<String, Object> tasks(Call call) {
        var tasks = List.copyOf(existing(call).tasks());
        var page = CursorPage.of(tasks, call.text("cursor"), call.limit(500, 1000));
        var rendered = new ArrayList<Map<String, Object>>();
        for (var task : page.items()) {
            var confirmedAt = task.confirmedAt();
            rendered.add(
                    confirmedAt == null
                            ? Map.of("userid", task.userid(), "status", 0)
                            : Map.of("userid", task.userid(), "status", 2, "send_time", confirmedAt / 1000));
        }
        return Map.of("task_list", rendered, "next_cursor", page.nextCursor());
    }

    /// WeCom doc path/93338: each customer's or group's result; 0 not sent, 1 sent, 2 not a friend any more,
    /// 3 limit reached.
    Map<String, Object> results(Call call) {
        var send = existing(call);
        var task = send.task(call.text("userid"))
                .filter(one -> town.directory().guide(one.userid()).isPresent())
                .orElseThrow(() -> new Refused(60111, ErrorText.of(60111)));
        var name = send.content().toGroups() ? "chat_id" : "external_userid";
        var page = CursorPage.of(task.recipients(), call.text("cursor"), call.limit(500, 1000));
        return Map.of(
                "send_list",
                page.items().stream()
                        .map(recipient -> result(task, name, recipient))
                        .toList(),
                "next_cursor",
                page.nextCursor());
    }

    /// WeCom doc path/97610: three times in 24 hours.
    Map<String, Object> remind(Call call) {
        var send = existing(call);
        long now = clock.millis();
        if (send.reminders().stream().filter(at -> at > now - DAY).count() >= 3) {
            throw new Refused(45009, "a mass message is reminded at most three times in 24 hours");
        }
        town.record(new Fact.MassSendReminded(send.msgid(), now));
        return Map.of();
    }

    /// WeCom doc path/97611: what was sent stays sent.
    Map<String, Object> cancel(Call call) {
        town.record(new Fact.MassSendCancelled(existing(call).msgid()));
        return Map.of();
    }

    private MassSend existing(Call call) {
        return town.massSend(call.text("msgid")).orElseThrow(() -> new Refused(40058, "invalid msgid"));
    }

    private static Map<String, Object> result(MassSend.Task task, String name, String recipient) {
        var result = new LinkedHashMap<String, Object>();
        int status = task.statuses().getOrDefault(recipient, 0);
        result.put(name, recipient);
        result.put("userid", task.userid());
        result.put("status", status);
        var confirmedAt = task.confirmedAt();
        if (status == 1 && confirmedAt != null) {
            result.put("send_time", confirmedAt / 1000);
        }
        return result;
    }

    private static Map<String, Object> rendered(MassSend send) {
        MassContent content = send.content();
        var rendered = new LinkedHashMap<String, Object>();
        rendered.put("msgid", send.msgid());
        if (content.creator() != null) {
            rendered.put("creator", content.creator());
        }
        rendered.put("create_time", send.createdAt() / 1000);
        // 0 is sent by the corp, 1 by a member of their own accord.
        rendered.put("create_type", 0);
        rendered.put("text", Map.of("content", content.text()));
        rendered.put("attachments", content.attachments());
        return rendered;
    }
}
