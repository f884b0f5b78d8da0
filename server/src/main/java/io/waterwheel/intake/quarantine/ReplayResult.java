package io.waterwheel.intake.quarantine;

/// What a replay did.
///
/// @param event as it stands now; its reason says why it was refused, if it was
/// @param left  events out of a corrected body that cannot be taken and lie in quarantine one by one now
public record ReplayResult(ReplayOutcome outcome, QuarantinedEvent event, int left) {}
