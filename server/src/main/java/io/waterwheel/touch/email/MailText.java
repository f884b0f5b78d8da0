package io.waterwheel.touch.email;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// The two forms of a mail's text. Everything is escaped, so that a customer's name can never be markup.
final class MailText {

    private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7e&&[^\"'<>()\\[\\]{}|\\\\^`]]+");
    private static final String LEAVE = "不想再收到此类邮件？退订：";

    private MailText() {}

    static String plain(String text, @Nullable URI leave) {
        return leave == null ? text : text + "\n\n--\n" + LEAVE + leave;
    }

    static String html(String text, @Nullable URI leave) {
        StringBuilder html = new StringBuilder(
                "<!doctype html><html><body style=\"font:15px/1.6 sans-serif;max-width:40em;margin:auto\"><p>");
        html.append(linked(text).replace("\n", "<br>\n")).append("</p>");
        if (leave != null) {
            html.append("<p style=\"color:#888;font-size:12px\">")
                    .append(linked(LEAVE + leave))
                    .append("</p>");
        }
        return html.append("</body></html>").toString();
    }

    private static String linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = ADDRESS.matcher(text);
        int at = 0;
        while (matcher.find()) {
            html.append(HtmlUtils.htmlEscape(text.substring(at, matcher.start()), "UTF-8"));
            String address = HtmlUtils.htmlEscape(matcher.group(), "UTF-8");
            html.append("<a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            at = matcher.end();
        }
        return html.append(HtmlUtils.htmlEscape(text.substring(at), "UTF-8")).toString();
    }
}
