package io.waterwheel.intake.quarantine;

import static io.waterwheel.intake.quarantine.QuarantineState.DISCARDED;
import static io.waterwheel.intake.quarantine.QuarantineState.OPEN;
import static io.waterwheel.intake.quarantine.QuarantineState.REPLAYED;

import java.util.List;
import java.util.Optional;

/// The life of an event in quarantine as a table; `docs/modules/quarantine-states.md` is drawn from it.
public final class QuarantineTransitions {

    /// @param to what it becomes
    public record Transition(QuarantineState from, QuarantineStep step, QuarantineState to) {}

    public static final List<Transition> TABLE = List.of(
            new Transition(OPEN, QuarantineStep.CORRECT, OPEN),
            new Transition(OPEN, QuarantineStep.REFUSE, OPEN),
            new Transition(OPEN, QuarantineStep.REPLAY, REPLAYED),
            new Transition(OPEN, QuarantineStep.DISCARD, DISCARDED),
            // A run that died between the log and this table, or two at once: the second changes nothing.
            new Transition(REPLAYED, QuarantineStep.REPLAY, REPLAYED),
            new Transition(DISCARDED, QuarantineStep.DISCARD, DISCARDED));

    private QuarantineTransitions() {}

    /// What a step makes of a state, empty when it does not allow it.
    public static Optional<QuarantineState> next(QuarantineState from, QuarantineStep step) {
        return TABLE.stream()
                .filter(transition -> transition.from == from && transition.step == step)
                .map(Transition::to)
                .findFirst();
    }
}
