package io.waterwheel.intake.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QuarantineTransitionsTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "modules", "quarantine-states.md");

    @Test
    void whatHasEndedIsNeverOpenAgain() {
        assertThat(QuarantineTransitions.TABLE.stream()
                        .filter(each -> each.from() != QuarantineState.OPEN)
                        .map(QuarantineTransitions.Transition::to))
                .doesNotContain(QuarantineState.OPEN);
    }

    @Test
    void everyStepRepeatedLeadsToWhereItLedBefore() {
        for (QuarantineTransitions.Transition each : QuarantineTransitions.TABLE) {
            assertThat(QuarantineTransitions.next(each.to(), each.step()))
                    .as("%s again", each.step())
                    .contains(each.to());
        }
    }

    @Test
    void nobodyReplaysWhatWasDiscardedOrDiscardsWhatWasReplayed() {
        assertThat(QuarantineTransitions.next(QuarantineState.DISCARDED, QuarantineStep.REPLAY))
                .isEmpty();
        assertThat(QuarantineTransitions.next(QuarantineState.REPLAYED, QuarantineStep.DISCARD))
                .isEmpty();
        assertThat(QuarantineTransitions.next(QuarantineState.REPLAYED, QuarantineStep.CORRECT))
                .isEmpty();
    }

    @Test
    void theDiagramIsDrawnFromTheTable() throws IOException {
        if (Boolean.getBoolean("waterwheel.generate")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, diagram());
        }
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("docs/modules/quarantine-states.md is out of date; write it anew with: ./waterwheel generate")
                .isEqualTo(diagram());
    }

    private static String diagram() {
        String arrows = QuarantineTransitions.TABLE.stream()
                .map(each -> "    " + each.from().code() + " --> " + each.to().code() + ": "
                        + each.step().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        return """
                # The life of an event in quarantine

                Generated from `QuarantineTransitions` by `./waterwheel generate`.

                ```mermaid
                stateDiagram-v2
                    [*] --> open
                %s
                    replayed --> [*]
                    discarded --> [*]
                ```
                """.formatted(arrows);
    }
}
