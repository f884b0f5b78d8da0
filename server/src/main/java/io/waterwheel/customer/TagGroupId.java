package io.waterwheel.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;

/// A tag group's id; a text in JSON and in URLs.
public record TagGroupId(long value) {

    /// @throws Problem `not-found` when the text cannot be one
    @JsonCreator
    public static TagGroupId of(String text) {
        try {
            return new TagGroupId(Long.parseLong(text));
        } catch (NumberFormatException notAnId) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "tag group " + text);
        }
    }

    @Override
    @JsonValue
    public String toString() {
        return Long.toString(value);
    }
}
