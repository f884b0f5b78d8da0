package io.waterwheel.loyalty.mall;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;

/// Ids in the mall are numbers that are written as texts.
public final class MallIds {

    private MallIds() {}

    /// @throws Problem `not-found` when the text cannot be one
    public static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notAnId) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "mall " + text);
        }
    }
}
