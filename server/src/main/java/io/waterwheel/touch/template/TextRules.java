package io.waterwheel.touch.template;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.TouchProblem;
import io.waterwheel.touch.channel.TextLimits;
import io.waterwheel.touch.words.WordLists;
import io.waterwheel.touch.words.WordSearch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a template may say on its channel and for its brand, as far as one can see before it is filled in.
/// Looked at again in every text before it leaves, because a customer's name may be such a word.
@Component
public class TextRules {

    private static final Pattern LINK = Pattern.compile("https?://|\\{\\{-?\\s*link\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern FIELD = Pattern.compile("(?m)^\\s*[A-Za-z_][A-Za-z0-9_]*\\s*[:：]");

    private final TextLimits limits;
    private final WordLists words;

    TextRules(TextLimits limits, WordLists words) {
        this.limits = limits;
        this.words = words;
    }

    /// @throws Problem `template-invalid` with the places
    void check(Brand brand, NewTemplate template) {
        Problem problem = new Problem(TouchProblem.TEMPLATE_INVALID);
        if (!limits.links(template.channel())) {
            links(template, problem);
        }
        if (isOfFields(template) && !FIELD.matcher(template.body()).find()) {
            problem.at(
                    "/body",
                    "fields",
                    new Text("每行写一个字段，如 thing1: 内容", "write one field a line, such as thing1: value"));
        }
        WordSearch search = words.search(brand);
        words(search, "/subject", template.subject(), problem);
        words(search, "/body", template.body(), problem);
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    /// A platform's template is filled in field by field; a customer-service message is a plain text.
    private static boolean isOfFields(NewTemplate template) {
        return switch (template.channel()) {
            case MINI_PROGRAM -> true;
            case OFFICIAL_ACCOUNT ->
                template.subject() != null && !template.subject().isBlank();
            case WECOM, WECOM_TASK, EMAIL, SMS, CALL, WEBHOOK -> false;
        };
    }

    private static void links(NewTemplate template, Problem problem) {
        Text no = new Text("这个渠道的消息里不能有链接", "a message of this channel has no links");
        Matcher inText = LINK.matcher(template.body());
        if (inText.find()) {
            problem.at("/body", "link-not-allowed", place(no, inText.start()));
        }
        if (template.linkUrl() != null && !template.linkUrl().isBlank()) {
            problem.at("/linkUrl", "link-not-allowed", no);
        }
    }

    private static void words(WordSearch search, String pointer, @Nullable String text, Problem problem) {
        if (text != null) {
            for (WordSearch.Found found : search.all(text)) {
                Text not = new Text("不能出现“" + found.word() + "”", "must not say “" + found.word() + "”");
                problem.at(pointer, "sensitive-word", place(not, found.at()));
            }
        }
    }

    private static Text place(Text what, int at) {
        return new Text(what.zh() + "（第 " + (at + 1) + " 字）", what.en() + " (character " + (at + 1) + ")");
    }
}
