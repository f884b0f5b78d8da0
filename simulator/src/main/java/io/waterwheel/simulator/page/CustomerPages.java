package io.waterwheel.simulator.page;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.UrlEncoded;
import io.waterwheel.simulator.town.Channel;
import io.waterwheel.simulator.town.Links;
import io.waterwheel.simulator.town.Received;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Guide;
import io.waterwheel.simulator.world.Person;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a customer sees: the messages received, with links that open as that customer.
final class CustomerPages {
    private CustomerPages() {}

    static Answer search(Request request, List<Person> found, int most) {
        var language = Language.of(request);
        var rows = found.stream()
                .map(person -> Html.of(
                        "<a href=\"{}\"><span class=\"grow\">{} <span class=\"quiet\">{}</span></span></a>",
                        language.link(path(person)),
                        person.name(),
                        person.id()))
                .toList();
        var list = rows.isEmpty()
                ? Html.of("<p class=\"card empty\">{}</p>", language.say("没有找到客户。", "No customers found."))
                : Html.of("<div class=\"card list\">{}</div>", Html.joined(rows));
        var more = found.size() < most
                ? Html.NOTHING
                : Html.of(
                        "<p class=\"quiet\">{}</p>",
                        language.say("只显示前 " + most + " 位。", "Only the first " + most + " are shown."));
        return Layout.page(
                request, language.say("客户", "Customers"), Html.of("{}{}{}", searchBox(request, language), list, more));
    }

    static Answer chat(Request request, Town town, Person person) {
        var language = Language.of(request);
        var said = town.inboxes().of(person.id()).stream()
                .map(received -> bubble(language, town, received))
                .toList();
        var chat = said.isEmpty()
                ? Html.of("<p class=\"card empty\">{}</p>", language.say("还没有收到消息。", "No messages yet."))
                : Html.of("<div class=\"chat\">{}</div>", Html.joined(said));
        var orders = town.orders().of(person.id()).stream()
                .map(order -> Html.of(
                        "<div class=\"card\">¥{} <span class=\"quiet\">{} · {}</span></div>",
                        BigDecimal.valueOf(order.totalMinor(), 2),
                        order.id(),
                        Layout.time(order.at())))
                .toList();
        var orderPart = orders.isEmpty()
                ? Html.NOTHING
                : Html.of("<h2>{}</h2>{}", language.say("订单", "Orders"), Html.joined(orders));
        return Layout.page(request, person.name(), Html.of("{}{}", chat, orderPart));
    }

    private static Html searchBox(Request request, Language language) {
        return Html.of(
                "<form class=\"search\" action=\"/customers\">{}<input name=\"q\" value=\"{}\" placeholder=\"{}\" aria-label=\"{}\">"
                        + "<button>{}</button></form>",
                language == Language.ENGLISH
                        ? new Html("<input type=\"hidden\" name=\"lang\" value=\"en\">")
                        : Html.NOTHING,
                request.query("q"),
                language.say("姓名、编号、邮箱", "name, id, e-mail"),
                language.say("搜索", "Search"),
                language.say("搜索", "Search"));
    }

    private static Html bubble(Language language, Town town, Received received) {
        var message = received.message();
        var sender = message.channel() == Channel.EMAIL
                ? language.say("邮件", "e-mail")
                : town.directory().guide(message.sender()).map(Guide::name).orElse(message.sender());
        var subject = message.subject().isEmpty() ? Html.NOTHING : Html.of("<b>{}</b>", message.subject());
        return Html.of(
                "<div class=\"said\"><div class=\"quiet\">{} · {}</div><div class=\"bubble\">{}{}</div><div class=\"quiet\">{}</div></div>",
                sender,
                Layout.time(received.at()),
                subject,
                linked(language, received),
                state(language, received));
    }

    /// The text with its addresses as links, then the links that the text does not spell out.
    private static Html linked(Language language, Received received) {
        var message = received.message();
        var rest = message.text();
        var parts = new ArrayList<Html>();
        for (var address : Links.inText(message.text())) {
            int at = rest.indexOf(address);
            if (at >= 0 && message.links().contains(address)) {
                parts.add(Html.of("{}{}", rest.substring(0, at), anchor(language, received, address, "")));
                rest = rest.substring(at + address.length());
            }
        }
        parts.add(Html.of("{}", rest));
        message.links().stream()
                .filter(address -> !message.text().contains(address))
                .forEach(address -> parts.add(anchor(language, received, address, "attached")));
        return Html.joined(parts);
    }

    private static Html anchor(Language language, Received received, String address, String style) {
        var open = "/customers/" + segment(received.person()) + "/open?key="
                + UrlEncoded.encode(received.message().key()) + "&url=" + UrlEncoded.encode(address);
        return Html.of("<a class=\"{}\" href=\"{}\">{}</a>", style, language.link(open), address);
    }

    private static String state(Language language, Received received) {
        return String.join(
                " · ",
                Stream.of(
                                received.readAt() == null ? "" : language.say("已读", "read"),
                                received.clickedAt() == null ? "" : language.say("已点击", "clicked"),
                                received.order() == null ? "" : language.say("已购买", "bought"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private static String path(Person person) {
        return "/customers/" + segment(person.id());
    }

    private static String segment(String text) {
        return UrlEncoded.encode(text).replace("+", "%20");
    }
}
