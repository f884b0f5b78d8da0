package io.waterwheel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneAheadTests {

    @Test
    void piecesAreDoneInOrderAndAllOfThemByTheEnd() {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());

        try (OneAhead ahead = new OneAhead("pieces")) {
            IntStream.range(0, 20).forEach(n -> ahead.then(() -> done.add(n)));
        }

        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void whatFailedIsThrownByTheNextCall() {
        List<String> done = new ArrayList<>();

        assertThatThrownBy(() -> {
                    try (OneAhead ahead = new OneAhead("pieces")) {
                        ahead.then(() -> {
                            throw new IllegalArgumentException("the first");
                        });
                        ahead.then(() -> done.add("the second"));
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the first");
        assertThat(done).isEmpty();
    }

    @Test
    void whatFailedLastIsThrownByTheEnd() {
        assertThatThrownBy(() -> {
                    try (OneAhead ahead = new OneAhead("pieces")) {
                        ahead.then(() -> {
                            throw new IllegalArgumentException("the last");
                        });
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the last");
    }
}
