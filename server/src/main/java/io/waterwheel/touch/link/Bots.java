package io.waterwheel.touch.link;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Programs that open links nobody clicked: crawlers, previews, mail scanners, monitors.
final class Bots {

    private static final Pattern NAMES = Pattern.compile(
            "bot\\b|bot/|spider|crawl|preview|scanner|monitor|fetcher|headless|curl/|wget/|python-|java-http-client"
                    + "|go-http-client|okhttp|facebookexternalhit|slurp|mail\\.ru|proofpoint|barracuda|mimecast");

    private Bots() {}

    /// A browser always says which it is.
    static boolean is(@Nullable String agent) {
        return agent == null
                || agent.isBlank()
                || NAMES.matcher(agent.toLowerCase(Locale.ROOT)).find();
    }
}
