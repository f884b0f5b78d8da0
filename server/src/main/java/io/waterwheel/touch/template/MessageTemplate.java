package io.waterwheel.touch.template;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.TextLimit;
import io.waterwheel.touch.TouchProblem;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import liqp.Template;
import liqp.TemplateParser;
import liqp.parser.Flavor;
import org.jspecify.annotations.Nullable;

/// A template ready to be filled in. Strict: a text with a hole never comes out of it.
///
/// Not safe for use by several threads; making one takes about a millisecond, filling it in some microseconds.
public final class MessageTemplate {

    private static final int MOST_SUBJECT = 200;
    private static final int MOST_TEMPLATE = 20_000;
    private static final String CUSTOMER = "customer.";

    private final RequiredFilter required = new RequiredFilter();
    private final Set<String> variables = new LinkedHashSet<>();
    private final @Nullable Filled subject;
    private final Filled body;
    private final TextLimit limit;

    /// @param limit how long a text may become
    /// @throws Problem `template-invalid` with the places
    public MessageTemplate(NewTemplate template, TextLimit limit) {
        this.limit = limit;
        Problem problem = new Problem(TouchProblem.TEMPLATE_INVALID);
        TemplateParser parser = parser();
        this.subject = template.subject() == null || template.subject().isBlank()
                ? null
                : filled(parser, template.subject(), "/subject", problem);
        this.body = filled(parser, template.body(), "/body", problem);
        boolean hasLink = template.linkUrl() != null && !template.linkUrl().isBlank();
        if (hasLink && !isWebAddress(template.linkUrl())) {
            problem.at(
                    "/linkUrl",
                    "not-a-web-address",
                    new Text("链接必须以 http:// 或 https:// 开头", "a link begins with http:// or https://"));
        }
        if (variables.contains("link") && !hasLink) {
            problem.at(
                    "/linkUrl",
                    "missing",
                    new Text("正文用到了 link，但没有填写链接", "the text asks for a link and there is none"));
        }
        if (template.body().isBlank()) {
            problem.at("/body", "missing", new Text("正文不能为空", "there is no text"));
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    private TemplateParser parser() {
        return new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withErrorMode(TemplateParser.ErrorMode.STRICT)
                .withLocale(Locale.ROOT)
                .withMaxSizeRenderedString(1 << 20)
                .withMaxTemplateSizeBytes(1 << 20)
                .withFilter(required)
                .build();
    }

    /// A text with its places filled in.
    private interface Filled {
        String with(Map<String, Object> model);
    }

    /// The engine has read even what is filled in without it, so that both refuse the same.
    private Filled filled(TemplateParser parser, String text, String pointer, Problem problem) {
        Template parsed = parse(parser, text, pointer, problem);
        PlainText plain = PlainText.read(text);
        return plain == null ? parsed::renderUnguarded : model -> plain.fill(model, required);
    }

    private Template parse(TemplateParser parser, String text, String pointer, Problem problem) {
        if (text.length() > MOST_TEMPLATE) {
            problem.at(
                    pointer,
                    "too-long",
                    new Text("最多 " + MOST_TEMPLATE + " 字", "at most " + MOST_TEMPLATE + " characters"));
            return parser.parse("");
        }
        LiquidSource source = LiquidSource.read(text);
        variables.addAll(source.variables());
        source.faults().forEach(found -> problem.at(pointer, found.code(), found.detail()));
        if (!source.faults().isEmpty()) {
            return parser.parse("");
        }
        try {
            return parser.parse(source.rewritten());
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            problem.at(pointer, "syntax", new Text("写法有误：" + message, "syntax error: " + message));
            return parser.parse("");
        }
    }

    /// The variables it may ask for, such as `customer.name`.
    public Set<String> variables() {
        return Set.copyOf(variables);
    }

    public boolean asksForCustomer() {
        return variables.stream().anyMatch(name -> name.startsWith("customer"));
    }

    /// What it asks of a customer, such as `name`; empty when it asks for the customer as a whole.
    public Set<String> customerNames() {
        return variables.contains("customer")
                ? Set.of()
                : variables.stream()
                        .filter(name -> name.startsWith(CUSTOMER))
                        .map(name -> name.substring(CUSTOMER.length()))
                        .collect(Collectors.toSet());
    }

    public boolean hasLink() {
        return variables.contains("link");
    }

    /// @param values `customer` → its values, `guide` → `name`, `store` → `name`, `brand` → `name`
    /// @param link   the address `{{ link }}` stands for
    public Rendering render(Map<String, Map<String, String>> values, String link) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("link", link);
        required.takeMissing();
        String title = subject == null ? null : oneLine(subject.with(model));
        String text = body.with(model).strip();
        String missing = required.takeMissing();
        if (missing != null) {
            return new Rendering.Unresolved(missing);
        }
        if (text.isEmpty()) {
            return new Rendering.Unresolved("body");
        }
        return !limit.fits(text) || (title != null && title.length() > MOST_SUBJECT)
                ? new Rendering.TooLong(limit.length(text))
                : new Rendering.Ready(title, text);
    }

    /// A line break inside a subject would begin a mail header of the value's own choice.
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    static boolean isWebAddress(@Nullable String url) {
        if (url == null) {
            return false;
        }
        try {
            URI address = URI.create(url.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
