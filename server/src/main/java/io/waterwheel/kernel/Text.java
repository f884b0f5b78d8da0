package io.waterwheel.kernel;

import java.util.Locale;

/// One text in the console's two languages.
public record Text(String zh, String en) {

    /// A name, which is the same in both.
    public static Text same(String name) {
        return new Text(name, name);
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
