package io.waterwheel.simulator.page;

/// Markup that is safe to write: whatever came from outside has been escaped.
record Html(String markup) {
    static final Html NOTHING = new Html("");

    /// Fills each `{}` of the pattern with the next part: [Html] as it is, anything else escaped.
    static Html of(String pattern, Object... parts) {
        var markup = new StringBuilder();
        int from = 0;
        for (var part : parts) {
            int gap = pattern.indexOf("{}", from);
            if (gap < 0) {
                throw new IllegalArgumentException("more parts than gaps: " + pattern);
            }
            markup.append(pattern, from, gap).append(part instanceof Html(var safe) ? safe : escaped(part.toString()));
            from = gap + 2;
        }
        if (pattern.indexOf("{}", from) >= 0) {
            throw new IllegalArgumentException("more gaps than parts: " + pattern);
        }
        return new Html(markup.append(pattern.substring(from)).toString());
    }

    static Html joined(Iterable<Html> parts) {
        var markup = new StringBuilder();
        parts.forEach(part -> markup.append(part.markup()));
        return new Html(markup.toString());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
