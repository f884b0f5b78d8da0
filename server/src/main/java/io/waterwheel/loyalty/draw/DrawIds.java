package io.waterwheel.loyalty.draw;

import io.waterwheel.kernel.problem.Problem;

/// Ids of draws are numbers that are written as texts.
public final class DrawIds {

    private DrawIds() {}

    /// @throws Problem `not-found` when the text cannot be one
    public static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notAnId) {
            throw Draws.missing(text);
        }
    }
}
