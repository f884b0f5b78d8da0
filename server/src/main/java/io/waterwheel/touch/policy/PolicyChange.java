package io.waterwheel.touch.policy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A policy as somebody wants it; what is absent stays as it is.
public record PolicyChange(
        int capPerCustomer,
        int capDays,
        String quietFrom,
        String quietTo,
        @Nullable List<Cap> caps,
        @Nullable Double controlPercent,
        @Nullable List<SuppressionList> suppressionLists) {

    public Policy of(Policy now) {
        return new Policy(
                capPerCustomer,
                capDays,
                quietFrom,
                quietTo,
                Objects.requireNonNullElse(caps, now.caps()),
                Objects.requireNonNullElse(controlPercent, now.controlPercent()),
                Objects.requireNonNullElse(suppressionLists, now.suppressionLists()),
                now.approval());
    }
}
