package io.waterwheel.touch.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.TouchProblem;
import io.waterwheel.touch.send.Calling.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedCallsTests {

    private static final CallOutcome LATER =
            new CallOutcome.Later(Duration.ZERO, new Problem(TouchProblem.EMAIL_UNREACHABLE));

    private Instant now = Instant.parse("2026-05-01T08:00:00Z");
    private final RefusedCalls refused = new RefusedCalls(() -> now, true);

    private static PlannedCall call(long number) {
        return new PlannedCall(number, new Call("k" + number, null, null, "你好", List.of(), null));
    }

    private static Tried later(PlannedCall call) {
        return new Tried(call, LATER);
    }

    /// Time for another try.
    private List<PlannedCall> due() {
        now = now.plusSeconds(61);
        return refused.due();
    }

    private List<Tried> allRefused(List<PlannedCall> due) {
        return refused.tried(due.stream().map(RefusedCallsTests::later).toList());
    }

    @Test
    void oneOfManyIsGivenUpAfterSixTriesWhileOthersAreTaken() {
        refused.among(List.of(later(call(1))), 10);
        for (int tries = 2; tries < RefusedCalls.TRIES; tries++) {
            assertThat(allRefused(due())).isEmpty();
            refused.among(List.of(), 10);
        }
        assertThat(allRefused(due())).extracting(one -> one.call().dispatch()).containsExactly(1L);
        assertThat(refused.size()).isZero();
    }

    @Test
    void whileNobodyIsTakenOneAtATimeIsTriedAndNoneGivenUpForHours() {
        refused.add(List.of(later(call(1)), later(call(2))));
        for (int tries = 0; tries < 20; tries++) {
            List<PlannedCall> due = due();
            assertThat(due).extracting(PlannedCall::dispatch).containsExactly(1L + tries % 2);
            assertThat(allRefused(due)).isEmpty();
        }
        now = now.plus(RefusedCalls.PATIENCE);
        assertThat(allRefused(due())).hasSize(2);
    }

    @Test
    void whenOneIsTakenTheOthersFollowAtOnce() {
        refused.add(List.of(later(call(1)), later(call(2)), later(call(3))));
        List<PlannedCall> first = due();
        assertThat(first).hasSize(1);
        assertThat(refused.tried(List.of(new Tried(first.getFirst(), null)))).isEmpty();
        assertThat(refused.due()).extracting(PlannedCall::dispatch).containsExactly(2L, 3L);
    }

    @Test
    void whereALimitRefusesManyItIsNotAboutThem() {
        assertThat(refused.areFew(50, 100)).isFalse();
        assertThat(refused.areFew(25, 100)).isTrue();
        assertThat(new RefusedCalls(() -> now, false).areFew(1, 100))
                .as("calls made one by one may meet a limit at any time")
                .isFalse();
    }
}
