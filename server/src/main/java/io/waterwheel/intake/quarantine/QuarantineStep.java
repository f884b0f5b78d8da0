package io.waterwheel.intake.quarantine;

/// What can happen to an event in quarantine.
public enum QuarantineStep {
    /// A person changes its text.
    CORRECT,
    /// It was judged again and cannot be taken even now.
    REFUSE,
    /// It is in the log.
    REPLAY,
    /// A person does not want it.
    DISCARD
}
