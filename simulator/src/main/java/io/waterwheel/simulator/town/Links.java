package io.waterwheel.simulator.town;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds the links that a reader can follow.
public final class Links {
    /// ASCII only: Chinese text follows an address without a space.
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7e&&[^\"'<>()\\[\\]{}|\\\\^`]]+");

    private static final Pattern ANCHOR =
            Pattern.compile("<a\\b[^>]*?\\bhref\\s*=\\s*[\"'](https?://[^\"']+)[\"']", Pattern.CASE_INSENSITIVE);

    private Links() {}

    public static List<String> inText(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(address -> address.replaceFirst("[.,;:!?]+$", ""))
                .distinct()
                .toList();
    }

    public static List<String> inHtml(String html) {
        return ANCHOR.matcher(html)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();
    }

    static List<String> in(MassContent content) {
        var links = new LinkedHashSet<>(inText(content.text()));
        for (var attachment : content.attachments()) {
            if (attachment.get("link") instanceof Map<?, ?> link && link.get("url") instanceof String url) {
                links.addAll(inText(url));
            }
        }
        return new ArrayList<>(links);
    }
}
