package io.waterwheel.journey.web;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.language.WellFormed;
import org.jspecify.annotations.Nullable;

/// Short texts in requests.
final class RequestTexts {

    private RequestTexts() {}

    /// The text without blanks around it.
    ///
    /// @throws Problem `invalid` when it is too short or too long, or no text
    static String checked(@Nullable String value, String pointer, int least, int most) {
        String text = value == null ? "" : value.strip();
        if (text.length() < least || text.length() > most) {
            throw new Problem(KernelProblem.INVALID).outside(pointer, "length", least, most);
        }
        if (!WellFormed.is(text)) {
            throw new Problem(KernelProblem.INVALID)
                    .at(pointer, "not-text", new Text("含有不能用作文字的字符。", "Contains characters that are no text."));
        }
        return text;
    }
}
