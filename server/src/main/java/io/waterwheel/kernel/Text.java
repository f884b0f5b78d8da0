package io.waterwheel.kernel;

import java.util.Locale;

/// One text in the console's two languages.
public record Text(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
