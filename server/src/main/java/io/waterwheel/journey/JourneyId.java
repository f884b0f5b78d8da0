package io.waterwheel.journey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;

/// A journey's id; a text in JSON and in URLs.
public record JourneyId(long value) {

    /// @throws Problem `not-found` when the text cannot be one
    @JsonCreator
    public static JourneyId of(String text) {
        try {
            return new JourneyId(Long.parseLong(text));
        } catch (NumberFormatException notAnId) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "journey " + text);
        }
    }

    @Override
    @JsonValue
    public String toString() {
        return Long.toString(value);
    }
}
