package io.waterwheel.loyalty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;

/// A coupon template's id; a text in JSON and in URLs.
public record CouponTemplateId(long value) {

    /// @throws Problem `not-found` when the text cannot be one
    @JsonCreator
    public static CouponTemplateId of(String text) {
        try {
            return new CouponTemplateId(Long.parseLong(text));
        } catch (NumberFormatException notAnId) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "coupon template " + text);
        }
    }

    @Override
    @JsonValue
    public String toString() {
        return Long.toString(value);
    }
}
