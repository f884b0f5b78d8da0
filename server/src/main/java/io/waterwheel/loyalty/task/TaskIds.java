package io.waterwheel.loyalty.task;

import io.waterwheel.kernel.problem.Problem;

/// Ids of tasks are numbers that are written as texts.
public final class TaskIds {

    private TaskIds() {}

    /// @throws Problem `not-found` when the text cannot be one
    public static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notAnId) {
            throw Tasks.missing("task " + text);
        }
    }
}
