package io.waterwheel.simulator.page;

import io.waterwheel.simulator.http.Request;

/// The language a page is shown in; Chinese unless `?lang=en` asks for English.
enum Language {
    CHINESE("zh-CN"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    static Language of(Request request) {
        return request.query("lang").equals("en") ? ENGLISH : CHINESE;
    }

    String tag() {
        return tag;
    }

    String say(String chinese, String english) {
        return this == CHINESE ? chinese : english;
    }

    /// The address, in this language.
    String link(String path) {
        return this == CHINESE ? path : path + (path.indexOf('?') < 0 ? "?" : "&") + "lang=en";
    }
}
