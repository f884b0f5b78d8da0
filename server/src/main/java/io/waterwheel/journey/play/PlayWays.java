package io.waterwheel.journey.play;

import io.waterwheel.kernel.Text;
import java.util.Locale;
import java.util.Map;

/// What the ways out of branches and splits of plays are called, where a definition has `#name`: they stay names
/// in the journey that is made of it, so they are words of whoever takes it.
final class PlayWays {

    static final Map<String, Text> WORDS = Map.of(
            "again", new Text("又买了", "bought-again"),
            "gift", new Text("送礼", "gift"),
            "call", new Text("打电话", "call"),
            "yes", new Text("已兑换", "redeemed"),
            "low", new Text("评分低", "low-rating"),
            "soon", new Text("不到三十天", "under-a-month"));

    private PlayWays() {}

    /// A definition with its ways in the reader's words.
    static String in(Locale locale, String definition) {
        String text = definition;
        for (Map.Entry<String, Text> way : WORDS.entrySet()) {
            text = text.replace(
                    "\"#" + way.getKey() + "\"", "\"" + way.getValue().in(locale) + "\"");
        }
        return text;
    }
}
