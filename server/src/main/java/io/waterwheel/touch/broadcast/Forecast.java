package io.waterwheel.touch.broadcast;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a broadcast will be finished, as far as anybody can say: at the pace of the last minutes, with the quiet
/// hours in between. Caps and quotas make it shorter, never longer; who will be held for quiet hours of her own
/// is known only once she has been looked at. What is not known has a reason and no time.
///
/// @param handedOver when the channel will have been given the last one; null: not known
/// @param finished   when nothing more will be waited for; null: not known
/// @param unknown    why `finished` is not known; null when it is
/// @param guides     how many guides have yet to confirm what they were given
/// @param perMinute  the pace, in recipients; null when none could be seen
/// @param resumes    it rests until then; null when it does not
/// @param why        what stands in the way, for people; null when nothing does
public record Forecast(
        @Nullable Instant handedOver,
        @Nullable Instant finished,
        @Nullable Unknown unknown,
        int guides,
        @Nullable Double perMinute,
        @Nullable Instant resumes,
        @Nullable Text why) {

    /// Why there is no time.
    public enum Unknown {
        /// Somebody paused it, or has to mend something.
        @JsonProperty("paused")
        PAUSED,
        /// It has hardly begun.
        @JsonProperty("too-early")
        TOO_EARLY,
        /// Nothing has got through for minutes.
        @JsonProperty("stalled")
        STALLED,
        /// At this pace it would be years.
        @JsonProperty("too-slow")
        TOO_SLOW,
        /// Guides confirm when they do.
        @JsonProperty("guides")
        GUIDES
    }

    static Forecast unknown(Unknown why, @Nullable Instant resumes, @Nullable Text words) {
        return new Forecast(null, null, why, 0, null, resumes, words);
    }
}
