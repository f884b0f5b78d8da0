package io.waterwheel.loyalty;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Set;

/// Where an order in the mall stands.
public enum MallOrderState {
    /// Its pieces are kept; its points are being asked for.
    @JsonProperty("ordered")
    ORDERED,
    /// Its points are spent; it is to be sent, picked up, issued or handed out.
    @JsonProperty("paid")
    PAID,
    /// It was handed out; some of its pieces, not all, may have come back.
    @JsonProperty("fulfilled")
    FULFILLED,
    /// The pieces are on the shelf again, and what was paid is given back.
    @JsonProperty("cancelled")
    CANCELLED,
    /// All that the member had came back, and what was paid is given back.
    @JsonProperty("returned")
    RETURNED;

    /// Where it may go from here.
    public Set<MallOrderState> next() {
        return switch (this) {
            case ORDERED -> Set.of(PAID, CANCELLED);
            case PAID -> Set.of(FULFILLED, CANCELLED);
            case FULFILLED -> Set.of(RETURNED);
            case CANCELLED, RETURNED -> Set.of();
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MallOrderState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
