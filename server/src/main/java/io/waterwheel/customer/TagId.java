package io.waterwheel.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;

/// A tag's id; a text in JSON and in URLs.
public record TagId(long value) {

    /// @throws Problem `not-found` when the text cannot be one
    @JsonCreator
    public static TagId of(String text) {
        try {
            return new TagId(Long.parseLong(text));
        } catch (NumberFormatException notAnId) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "tag " + text);
        }
    }

    @Override
    @JsonValue
    public String toString() {
        return Long.toString(value);
    }
}
