package io.waterwheel.journey.engine;

import org.jspecify.annotations.Nullable;

/// Tells runs that what they wait for was answered.
public interface RunAnswers {

    /// Written in the caller's transaction; the run goes on soon after it commits.
    ///
    /// @param number which passage of the run asked
    /// @param exit   by which exit it goes on
    void add(long run, int number, String exit, @Nullable String note);
}
