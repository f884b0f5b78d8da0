package io.waterwheel.segment.web;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Short texts in requests.
final class Texts {

    private Texts() {}

    /// The text without blanks around it.
    ///
    /// @throws Problem `invalid` when it is too short or too long
    static String checked(@Nullable String value, String pointer, int least, int most) {
        String text = value == null ? "" : value.strip();
        if (text.length() < least || text.length() > most) {
            throw new Problem(KernelProblem.INVALID).outside(pointer, "length", least, most);
        }
        return text;
    }
}
