package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.broadcast.BroadcastState.APPROVED;
import static io.waterwheel.touch.broadcast.BroadcastState.AWAITING;
import static io.waterwheel.touch.broadcast.BroadcastState.CANCELLED;
import static io.waterwheel.touch.broadcast.BroadcastState.DONE;
import static io.waterwheel.touch.broadcast.BroadcastState.DRAFT;
import static io.waterwheel.touch.broadcast.BroadcastState.FAILED;
import static io.waterwheel.touch.broadcast.BroadcastState.PAUSED;
import static io.waterwheel.touch.broadcast.BroadcastState.PLANNED;
import static io.waterwheel.touch.broadcast.BroadcastState.PLANNING;
import static io.waterwheel.touch.broadcast.BroadcastState.REFUSED;
import static io.waterwheel.touch.broadcast.BroadcastState.SENDING;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The life of a broadcast as a table; `docs/modules/broadcast-states.md` is drawn from it.
public final class BroadcastTransitions {

    /// @param to what it becomes
    public record Transition(BroadcastState from, BroadcastStep step, BroadcastState to) {}

    public static final List<Transition> TABLE = List.of(
            new Transition(DRAFT, BroadcastStep.PLAN, PLANNING),
            new Transition(DRAFT, BroadcastStep.CANCEL, CANCELLED),
            new Transition(PLANNING, BroadcastStep.PLANNED, PLANNED),
            new Transition(PLANNING, BroadcastStep.FAIL, FAILED),
            new Transition(PLANNING, BroadcastStep.CANCEL, CANCELLED),
            new Transition(FAILED, BroadcastStep.PLAN, PLANNING),
            new Transition(FAILED, BroadcastStep.CANCEL, CANCELLED),
            new Transition(PLANNED, BroadcastStep.PLAN, PLANNING),
            new Transition(PLANNED, BroadcastStep.START, SENDING),
            new Transition(PLANNED, BroadcastStep.CANCEL, CANCELLED),
            new Transition(PLANNED, BroadcastStep.ASK, AWAITING),
            new Transition(AWAITING, BroadcastStep.APPROVE, APPROVED),
            new Transition(AWAITING, BroadcastStep.REFUSE, REFUSED),
            new Transition(AWAITING, BroadcastStep.PLAN, PLANNING),
            new Transition(AWAITING, BroadcastStep.CANCEL, CANCELLED),
            new Transition(APPROVED, BroadcastStep.START, SENDING),
            new Transition(APPROVED, BroadcastStep.REFUSE, REFUSED),
            new Transition(APPROVED, BroadcastStep.PLAN, PLANNING),
            new Transition(APPROVED, BroadcastStep.CANCEL, CANCELLED),
            new Transition(REFUSED, BroadcastStep.PLAN, PLANNING),
            new Transition(REFUSED, BroadcastStep.CANCEL, CANCELLED),
            new Transition(SENDING, BroadcastStep.PAUSE, PAUSED),
            new Transition(SENDING, BroadcastStep.BLOCK, PAUSED),
            new Transition(SENDING, BroadcastStep.FINISH, DONE),
            new Transition(SENDING, BroadcastStep.CANCEL, CANCELLED),
            new Transition(PAUSED, BroadcastStep.RESUME, SENDING),
            new Transition(PAUSED, BroadcastStep.CANCEL, CANCELLED));

    private BroadcastTransitions() {}

    /// What a step makes of a state, empty when it does not allow it.
    public static Optional<BroadcastState> next(BroadcastState from, BroadcastStep step) {
        return TABLE.stream()
                .filter(transition -> transition.from == from && transition.step == step)
                .map(Transition::to)
                .findFirst();
    }

    /// The states a step may be taken in.
    public static Set<BroadcastState> before(BroadcastStep step) {
        return TABLE.stream()
                .filter(transition -> transition.step == step)
                .map(Transition::from)
                .collect(Collectors.toUnmodifiableSet());
    }
}
