package io.waterwheel.touch.link;

import io.waterwheel.kernel.Text;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/// The page on which a reader takes back consent.
final class LeavePage {

    private LeavePage() {}

    static String question(String brand, Locale locale) {
        String name = HtmlUtils.htmlEscape(brand);
        Text text = new Text("不再接收“" + name + "”的营销邮件？", "Stop marketing e-mail from “" + name + "”?");
        Text button = new Text("确认退订", "Unsubscribe");
        return page(text.in(locale), "<form method=\"post\"><button>" + button.in(locale) + "</button></form>");
    }

    static String done(String brand, Locale locale) {
        String name = HtmlUtils.htmlEscape(brand);
        Text text = new Text(
                "已退订，“" + name + "”不会再向您发送营销邮件。", "Done. “" + name + "” will not send you marketing e-mail any more.");
        return page(text.in(locale), "");
    }

    private static String page(String text, String more) {
        return "<!doctype html><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                + "<meta name=\"robots\" content=\"noindex\"><title>" + text + "</title><h3>" + text + "</h3>" + more;
    }
}
