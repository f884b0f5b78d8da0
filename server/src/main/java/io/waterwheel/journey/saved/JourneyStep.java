package io.waterwheel.journey.saved;

import java.util.Optional;

/// What a person does to a journey. A table says which states allow it:
///
/// | | publish | pause | resume | stop | delete |
/// |---|---|---|---|---|---|
/// | draft | live | – | – | – | gone |
/// | live | live | paused | – | stopped | – |
/// | paused | – | – | live | stopped | – |
/// | stopped | live | – | – | – | gone |
public enum JourneyStep {
    PUBLISH,
    PAUSE,
    RESUME,
    STOP,
    DELETE;

    /// @return the state it leads to, the same one when it is deleted; empty when it is not allowed
    public Optional<JourneyState> from(JourneyState state) {
        return Optional.ofNullable(
                switch (this) {
                    case PUBLISH -> state == JourneyState.PAUSED ? null : JourneyState.LIVE;
                    case PAUSE -> state == JourneyState.LIVE ? JourneyState.PAUSED : null;
                    case RESUME -> state == JourneyState.PAUSED ? JourneyState.LIVE : null;
                    case STOP ->
                        state == JourneyState.LIVE || state == JourneyState.PAUSED ? JourneyState.STOPPED : null;
                    case DELETE -> state == JourneyState.DRAFT || state == JourneyState.STOPPED ? state : null;
                });
    }
}
