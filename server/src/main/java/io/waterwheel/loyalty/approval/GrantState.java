package io.waterwheel.loyalty.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How a request stands. Only what was asked is decided, once:
///
/// | | approve | refuse | booked | could not |
/// |---|---|---|---|---|
/// | asked | approved, or done | refused | – | – |
/// | approved | – | – | done | failed |
public enum GrantState {
    @JsonProperty("asked")
    ASKED,
    @JsonProperty("refused")
    REFUSED,
    /// About to be booked.
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("done")
    DONE,
    /// Approved, and could not be booked: the reason says why.
    @JsonProperty("failed")
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static GrantState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
