package io.waterwheel.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.event.KnownKeys.Asked;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the log has is asked ahead of the writer; what comes in between must not be written twice.
@ServerTest
class KnownKeysTests {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    @Autowired
    private EventLog log;

    @Autowired
    private TestBrands brands;

    @Autowired
    private DSLContext database;

    @Test
    void whatTheLogHadWhenAskedIsKnown() {
        NewEvent event = event();
        log.append(List.of(event));

        Asked asked = KnownKeys.ask(database, List.of(EventKey.of(event), UUID.randomUUID()));

        assertThat(asked.known()).containsExactly(EventKey.of(event));
        assertThat(asked.asOf()).isLessThanOrEqualTo(log.end());
    }

    @Test
    void whatThisWriterWroteSinceIsKnownWithoutAskingAgain() {
        UUID written = UUID.randomUUID();
        KnownKeys keys = new KnownKeys();
        keys.wrote(100, 103, Set.of(UUID.randomUUID()));
        keys.wrote(103, 105, Set.of(written));

        assertThat(keys.known(database, List.of(written), new Asked(Set.of(), 100), 105))
                .containsExactly(written);
        assertThat(keys.known(database, List.of(written), new Asked(Set.of(), 105), 105))
                .as("asked after it was written: the answer counts")
                .isEmpty();
    }

    @Test
    void whatAnotherNodeWroteSinceIsAskedFor() {
        NewEvent event = event();
        UUID key = EventKey.of(event);
        Asked before = KnownKeys.ask(database, List.of(key));
        assertThat(before.known()).isEmpty();
        log.append(List.of(event));

        assertThat(new KnownKeys().known(database, List.of(key), before, log.end()))
                .as("nothing of it is remembered here")
                .containsExactly(key);
        KnownKeys partly = new KnownKeys();
        partly.wrote(before.asOf() - 1, before.asOf(), Set.of());
        assertThat(partly.known(database, List.of(key), before, log.end()))
                .as("what is remembered ends before the log does")
                .containsExactly(key);
    }

    @Test
    void whatWasRewrittenCountsNoMore() {
        UUID written = UUID.randomUUID();
        KnownKeys keys = new KnownKeys();
        keys.wrote(100, 103, Set.of(written));

        keys.forget();

        assertThat(keys.known(database, List.of(written), new Asked(Set.of(), 100), 103))
                .isEmpty();
    }

    private NewEvent event() {
        return TestEvents.event(
                brands.chinese(), TestEvents.member("m"), "Viewed", NOON, "{\"once\": \"" + UUID.randomUUID() + "\"}");
    }
}
