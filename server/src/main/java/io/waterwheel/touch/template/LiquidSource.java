package io.waterwheel.touch.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a Liquid text before the engine does: only known variables, harmless tags and harmless filters pass, and
/// every output is made to tell when its variable has no value.
///
/// `{{ customer.city | append: "市" }}` → `{{ customer.city | required: "customer.city" | append: "市" }}`
///
/// @param rewritten what the engine runs
/// @param variables the variables it may ask for, such as `customer.city`
record LiquidSource(String rewritten, Set<String> variables, List<TemplateFault> faults) {

    private static final Set<String> ROOTS = Set.of("customer", "guide.name", "store.name", "brand.name", "link");
    private static final Set<String> TAGS = Set.of(
            "if", "elsif", "else", "endif", "unless", "endunless", "case", "when", "endcase", "comment", "endcomment");
    private static final Set<String> WORDS =
            Set.of("and", "or", "contains", "nil", "null", "true", "false", "empty", "blank", "not");

    /// These leave nothing where there was nothing, so a default after them still answers for the variable.
    private static final Set<String> CLEAR = Set.of("strip", "lstrip", "rstrip", "upcase", "downcase", "capitalize");

    private static final Set<String> FILTERS = Set.of(
            "default",
            "strip",
            "lstrip",
            "rstrip",
            "upcase",
            "downcase",
            "capitalize",
            "append",
            "prepend",
            "truncate",
            "replace",
            "remove",
            "slice",
            "date",
            "plus",
            "minus",
            "times",
            "divided_by",
            "round",
            "floor",
            "ceil");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_-]*)*");

    static LiquidSource read(String text) {
        StringBuilder rewritten = new StringBuilder();
        Set<String> variables = new LinkedHashSet<>();
        List<TemplateFault> faults = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int output = text.indexOf("{{", at);
            int tag = text.indexOf("{%", at);
            int open = output < 0 ? tag : tag < 0 ? output : Math.min(output, tag);
            if (open < 0) {
                break;
            }
            boolean isOutput = open == output;
            int close = end(text, open + 2, isOutput ? "}}" : "%}");
            if (close < 0) {
                faults.add(TemplateFault.syntax(excerpt(text, open)));
                break;
            }
            rewritten.append(text, at, open);
            String inside = text.substring(open + 2, close);
            rewritten.append(isOutput ? output(inside, variables, faults) : tag(inside, variables, faults));
            at = close + 2;
        }
        rewritten.append(text, Math.min(at, text.length()), text.length());
        return new LiquidSource(rewritten.toString(), variables, faults);
    }

    private static String output(String inside, Set<String> variables, List<TemplateFault> faults) {
        boolean trimBefore = inside.startsWith("-");
        boolean trimAfter = inside.length() > 1 && inside.endsWith("-");
        List<String> parts = parts(inside.substring(trimBefore ? 1 : 0, inside.length() - (trimAfter ? 1 : 0)));
        String subject = parts.getFirst().strip();
        names(subject, variables, faults);
        int required = 1;
        boolean clear = true;
        for (int i = 1; i < parts.size(); i++) {
            String filter = parts.get(i).strip();
            int colon = filter.indexOf(':');
            String name = (colon < 0 ? filter : filter.substring(0, colon)).strip();
            if (!FILTERS.contains(name)) {
                faults.add(TemplateFault.filter(name));
            }
            if (colon >= 0) {
                names(filter.substring(colon + 1), variables, faults);
            }
            if (name.equals("default") && clear) {
                required = i + 1;
            }
            clear &= CLEAR.contains(name);
        }
        parts.add(required, " required: \"" + subject.replace("\"", "'") + "\" ");
        return (trimBefore ? "{{- " : "{{ ") + String.join("|", parts) + (trimAfter ? " -}}" : " }}");
    }

    private static String tag(String inside, Set<String> variables, List<TemplateFault> faults) {
        String content = inside.replaceAll("^-|-$", "").strip();
        String[] words = content.split("\\s+", 2);
        if (!TAGS.contains(words[0])) {
            faults.add(TemplateFault.tag(words[0]));
        } else if (words.length > 1 && !words[0].equals("comment")) {
            names(words[1], variables, faults);
        }
        return "{%" + inside + "%}";
    }

    private static void names(String expression, Set<String> variables, List<TemplateFault> faults) {
        String bare = expression.replaceAll("\"[^\"]*\"|'[^']*'", " \"\" ");
        Matcher matcher = NAME.matcher(bare);
        while (matcher.find()) {
            String name = matcher.group();
            if (WORDS.contains(name)) {
                continue;
            }
            boolean known = ROOTS.contains(name) || name.startsWith("customer.") || name.startsWith("event.");
            if (known) {
                variables.add(name);
            } else {
                faults.add(TemplateFault.unknownVariable(name));
            }
        }
    }

    /// Splits at `|` outside of quotes.
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote == 0 && c == '|') {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            quote = quote == 0 ? (c == '"' || c == '\'' ? c : 0) : c == quote ? 0 : quote;
            part.append(c);
        }
        parts.add(part.toString());
        return parts;
    }

    private static int end(String text, int from, String closing) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (text.startsWith(closing, i)) {
                return i;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        return -1;
    }

    private static String excerpt(String text, int at) {
        return text.substring(at, Math.min(text.length(), at + 30));
    }
}
