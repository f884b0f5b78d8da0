package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;

/// Gives a member points. Who is no member gets none, and goes on by `notGiven`.
///
/// @param points 1 … 1,000,000; lost when the brand's programme says so
@Schema(name = "JourneyGivePoints")
public record GivePoints(int points) implements Giving {

    private static final int MOST = 1_000_000;

    public GivePoints {
        Misfit.when(points < 1 || points > MOST, "/points", JourneyFault.OUT_OF_RANGE, "1 … " + MOST);
    }
}
