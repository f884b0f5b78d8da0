package io.waterwheel.touch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BroadcastTransitionsTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "modules", "broadcast-states.md");

    @Test
    void nothingFollowsTheEnd() {
        for (BroadcastStep step : BroadcastStep.values()) {
            assertThat(BroadcastTransitions.next(BroadcastState.DONE, step)).isEmpty();
            assertThat(BroadcastTransitions.next(BroadcastState.CANCELLED, step))
                    .isEmpty();
        }
    }

    @Test
    void everythingElseCanBeCancelled() {
        Set<BroadcastState> ended = Set.of(BroadcastState.DONE, BroadcastState.CANCELLED);
        for (BroadcastState state : BroadcastState.values()) {
            assertThat(BroadcastTransitions.next(state, BroadcastStep.CANCEL).isPresent())
                    .as("cancel from %s", state)
                    .isEqualTo(!ended.contains(state));
        }
    }

    @Test
    void aStepLeadsToOneStateOnly() {
        assertThat(BroadcastTransitions.TABLE.stream()
                        .map(each -> each.from() + " " + each.step())
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void sendingBeginsOnlyFromAPlanThatNobodyWasAskedAboutOrThatSomebodyApproved() {
        assertThat(BroadcastTransitions.before(BroadcastStep.START))
                .containsExactlyInAnyOrder(BroadcastState.PLANNED, BroadcastState.APPROVED);
        assertThat(BroadcastTransitions.before(BroadcastStep.APPROVE)).containsExactly(BroadcastState.AWAITING);
        assertThat(BroadcastTransitions.before(BroadcastStep.ASK)).containsExactly(BroadcastState.PLANNED);
    }

    @Test
    void whatWasRefusedComesBackOnlyAsAnotherPlan() {
        assertThat(BroadcastTransitions.TABLE.stream()
                        .filter(each -> each.from() == BroadcastState.REFUSED)
                        .map(BroadcastTransitions.Transition::to))
                .containsExactlyInAnyOrder(BroadcastState.PLANNING, BroadcastState.CANCELLED);
    }

    @Test
    void theDiagramIsDrawnFromTheTable() throws IOException {
        if (Boolean.getBoolean("waterwheel.generate")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, diagram());
        }
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("docs/modules/broadcast-states.md is out of date; write it anew with: ./waterwheel generate")
                .isEqualTo(diagram());
    }

    private static String diagram() {
        String arrows = BroadcastTransitions.TABLE.stream()
                .map(each -> "    " + each.from().code() + " --> " + each.to().code() + ": "
                        + each.step().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        return """
                # The life of a broadcast

                Generated from `BroadcastTransitions` by `./waterwheel generate`.

                ```mermaid
                stateDiagram-v2
                    [*] --> draft
                %s
                    done --> [*]
                    cancelled --> [*]
                ```
                """.formatted(arrows);
    }
}
