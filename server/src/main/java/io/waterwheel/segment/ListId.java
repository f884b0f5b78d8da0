package io.waterwheel.segment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;

/// A static list's id; a text in JSON and in URLs.
public record ListId(long value) {

    /// @throws Problem `not-found` when the text cannot be one
    @JsonCreator
    public static ListId of(String text) {
        try {
            return new ListId(Long.parseLong(text));
        } catch (NumberFormatException notAnId) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "list " + text);
        }
    }

    @Override
    @JsonValue
    public String toString() {
        return Long.toString(value);
    }
}
