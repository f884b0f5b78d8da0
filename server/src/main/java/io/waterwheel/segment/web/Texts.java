package io.waterwheel.segment.web;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.language.Fault;
import io.waterwheel.segment.language.WellFormed;
import org.jspecify.annotations.Nullable;

/// Short texts in requests.
final class Texts {

    private Texts() {}

    /// The text without blanks around it.
    ///
    /// @throws Problem `invalid` when it is too short or too long, or no text
    static String checked(@Nullable String value, String pointer, int least, int most) {
        String text = value == null ? "" : value.strip();
        if (text.length() < least || text.length() > most) {
            throw new Problem(KernelProblem.INVALID).outside(pointer, "length", least, most);
        }
        if (!WellFormed.is(text)) {
            throw new Problem(KernelProblem.INVALID).at(pointer, Fault.NOT_TEXT.code(), Fault.NOT_TEXT.message(""));
        }
        return text;
    }
}
