package io.waterwheel.simulator.page;

import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.UrlEncoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// What all pages share.
final class Layout {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final Html STYLE = new Html(resource("style.css"));

    private Layout() {}

    static Answer page(Request request, String title, Html content) {
        var language = Language.of(request);
        return new Answer.Page(
                200,
                Html.of(
                                """
                        <!doctype html>
                        <html lang="{}"><head><meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>{} · {}</title><style>{}</style></head>
                        <body><header><a class="brand" href="{}">{}</a><nav><a href="{}">{}</a><a href="{}">{}</a>{}</nav></header>
                        <main><h1>{}</h1>{}</main></body></html>
                        """,
                                language.tag(),
                                title,
                                language.say("企微模拟器", "WeCom simulator"),
                                STYLE,
                                language.link("/"),
                                language.say("企微模拟器", "Simulator"),
                                language.link("/"),
                                language.say("导购", "Guides"),
                                language.link("/customers"),
                                language.say("客户", "Customers"),
                                otherLanguage(request, language),
                                title,
                                content)
                        .markup());
    }

    static String time(long millis) {
        return MINUTE.format(Instant.ofEpochMilli(millis));
    }

    private static Html otherLanguage(Request request, Language language) {
        var query = request.query("q").isEmpty() ? "" : "?q=" + UrlEncoded.encode(request.query("q"));
        var other = language == Language.CHINESE ? Language.ENGLISH : Language.CHINESE;
        return Html.of(
                "<a class=\"switch\" href=\"{}\" lang=\"{}\">{}</a>",
                other.link(request.path() + query),
                other.tag(),
                other.say("中文", "English"));
    }

    private static String resource(String name) {
        try (var in = Layout.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
