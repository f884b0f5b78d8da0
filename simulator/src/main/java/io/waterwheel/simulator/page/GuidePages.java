package io.waterwheel.simulator.page;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.UrlEncoded;
import io.waterwheel.simulator.town.MassSend;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Guide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What guides see: their mass-send tasks and the application's messages to them.
final class GuidePages {
    private GuidePages() {}

    static Answer list(Request request, Town town) {
        var language = Language.of(request);
        var title = language.say("导购", "Guides");
        if (town.guides().isEmpty()) {
            return Layout.page(
                    request,
                    title,
                    empty(language.say(
                            "还没有导购：先用 PUT /sim/world 设定世界。", "No guides yet: set a world with PUT /sim/world.")));
        }
        var waiting = new HashMap<String, Integer>();
        town.massSends().stream()
                .filter(send -> !send.cancelled())
                .flatMap(send -> send.tasks().stream())
                .filter(task -> task.confirmedAt() == null)
                .forEach(task -> waiting.merge(task.userid(), 1, Integer::sum));
        var rows = town.guides().stream()
                .map(guide -> Html.of(
                        "<a href=\"{}\"><span class=\"grow\">{} <span class=\"quiet\">{}</span></span>"
                                + "<span class=\"quiet\">{}</span>{}</a>",
                        language.link(path(guide)),
                        guide.name(),
                        guide.userid(),
                        language.say("好友 ", "friends ")
                                + town.friendships().ofGuide(guide.userid()).size(),
                        waiting(language, waiting.getOrDefault(guide.userid(), 0))))
                .toList();
        return Layout.page(request, title, Html.of("<div class=\"card list\">{}</div>", Html.joined(rows)));
    }

    static Answer one(Request request, Town town, Guide guide) {
        var language = Language.of(request);
        var tasks = new ArrayList<Html>();
        List.copyOf(town.massSends())
                .reversed()
                .forEach(send ->
                        send.task(guide.userid()).ifPresent(task -> tasks.add(task(language, guide, send, task))));
        if (tasks.isEmpty()) {
            tasks.add(empty(language.say("没有群发任务。", "No mass-send tasks.")));
        }
        var notices = town.notices().reversed().stream()
                .filter(notice -> notice.userids().contains(guide.userid()))
                .map(notice -> Html.of(
                        "<div class=\"card\"><p class=\"text\">{}</p><span class=\"quiet\">{}</span></div>",
                        notice.text(),
                        Layout.time(notice.at())))
                .toList();
        var noticePart = notices.isEmpty()
                ? Html.NOTHING
                : Html.of("<h2>{}</h2>{}", language.say("应用消息", "Application messages"), Html.joined(notices));
        return Layout.page(
                request,
                guide.name(),
                Html.of("<h2>{}</h2>{}{}", language.say("群发任务", "Mass-send tasks"), Html.joined(tasks), noticePart));
    }

    private static Html task(Language language, Guide guide, MassSend send, MassSend.Task task) {
        return Html.of(
                "<div class=\"card\"><p class=\"text\">{}</p><div class=\"foot\"><span class=\"quiet\">{} · {}</span>{}{}</div></div>",
                send.content().text(),
                Layout.time(send.createdAt()),
                language.say(
                        "发给 " + task.recipients().size() + " 位客户",
                        "to " + task.recipients().size() + " customers"),
                outcome(language, send, task),
                button(language, guide, send, task));
    }

    private static Html outcome(Language language, MassSend send, MassSend.Task task) {
        if (task.confirmedAt() == null) {
            return send.cancelled()
                    ? Html.of("<span class=\"badge off\">{}</span>", language.say("已停止", "cancelled"))
                    : Html.NOTHING;
        }
        return Html.of(
                "<span class=\"badge\">{} {}</span><span class=\"quiet\">{} {} · {} {}</span>",
                language.say("已发送", "sent"),
                count(task, 1),
                language.say("已不是好友", "not a friend any more"),
                count(task, 2),
                language.say("超出上限", "over the limit"),
                count(task, 3));
    }

    private static Html button(Language language, Guide guide, MassSend send, MassSend.Task task) {
        if (task.confirmedAt() != null || send.cancelled()) {
            return Html.NOTHING;
        }
        return Html.of(
                "<form method=\"post\" action=\"{}\"><button>{}</button></form>",
                language.link(path(guide) + "/tasks/" + send.msgid() + "/confirm"),
                language.say("确认发送", "Confirm and send"));
    }

    private static long count(MassSend.Task task, int status) {
        return task.statuses().values().stream()
                .filter(value -> value == status)
                .count();
    }

    private static Html waiting(Language language, int count) {
        return count == 0
                ? Html.of("<span class=\"badge off\">{}</span>", language.say("无待办", "nothing to do"))
                : Html.of("<span class=\"badge\">{}</span>", language.say(count + " 个待发送", count + " to send"));
    }

    private static Html empty(String text) {
        return Html.of("<p class=\"card empty\">{}</p>", text);
    }

    private static String path(Guide guide) {
        return "/guides/" + UrlEncoded.encode(guide.userid()).replace("+", "%20");
    }
}
