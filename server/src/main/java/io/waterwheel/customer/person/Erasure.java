package io.waterwheel.customer.person;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A request to forget a person, and what came of it.
///
/// @param brand       from whose page it was asked for; the person is forgotten in all brands
/// @param customerNo  a number that leads nowhere once it is done
/// @param approvedBy  the second administrator, where one is needed
/// @param jobId       the work that does it
/// @param certificate once it is done
public record Erasure(
        String id,
        String brand,
        int customerNo,
        String reason,
        State state,
        String requestedBy,
        Instant requestedAt,
        @Nullable String approvedBy,
        @Nullable String jobId,
        @Nullable Instant finishedAt,
        @Nullable Certificate certificate) {

    public enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("rejected")
        REJECTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
