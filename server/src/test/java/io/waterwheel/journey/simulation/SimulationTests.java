package io.waterwheel.journey.simulation;

import static io.waterwheel.journey.language.JourneyText.end;
import static io.waterwheel.journey.language.JourneyText.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.journey.language.JourneyText;
import io.waterwheel.journey.saved.PublishedJourney;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulationTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final String WELCOME = "{'trigger':{'type':'event','event':{'event':'Member Joined'}},'start':'a',"
            + "'nodes':["
            + node("a", "{'type':'message','template':'1','purpose':'marketing'}", "{'sent':'b','notSent':'z'}")
            + ","
            + node(
                    "b",
                    "{'type':'untilEvent','event':{'event':'Order Completed'},'timeout':{'amount':3,'unit':'days'}}",
                    "{'happened':'z','timeout':'c'}")
            + "," + node("c", "{'type':'message','template':'1','purpose':'marketing'}", "{'sent':'z','notSent':'z'}")
            + "," + end("z")
            + "],'goal':{'type':'event','event':{'event':'Order Completed'},'withinDays':7}%s}";

    @Test
    void thePastSaysWhoWouldHaveBeenTouchedWhenAndHowOften() {
        SimulationCounts counts = simulate("", 10);
        assertThat(counts.customers()).isEqualTo(2);
        assertThat(counts.entered()).isEqualTo(2);
        assertThat(counts.goals()).isEqualTo(1);
        assertThat(counts.messages()).as("one to the buyer, two to the other").isEqualTo(3);
        assertThat(counts.mostMessages()).isEqualTo(2);
        assertThat(counts.perCustomer()).isEqualTo(Map.of(1, 1L, 2, 1L));
        assertThat(counts.perDay()).isEqualTo(Map.of("2026-03-02", 2L, "2026-03-05", 1L));
        assertThat(counts.nodes())
                .containsEntry("b happened", 1L)
                .containsEntry("b timeout", 1L)
                .containsEntry("z", 2L);
        assertThat(counts.ended()).isEqualTo(2);
        assertThat(counts.samples()).hasSize(2);
    }

    @Test
    void whoHasNotComeToTheEndIsStillInside() {
        SimulationCounts counts = simulate("", 2);
        assertThat(counts.ended()).isEqualTo(1);
        assertThat(counts.messages()).isEqualTo(2);
    }

    @Test
    void theReentryRuleHolds() {
        assertThat(simulate(",'reentry':{'rule':'afterExit'}", 10).entered()).isEqualTo(3);
    }

    private static SimulationCounts simulate(String more, int days) {
        Instant until = MONDAY.plus(Duration.ofDays(days));
        Simulation simulation = new Simulation(
                PublishedJourney.of(1, 1, JourneyText.read(WELCOME.formatted(more))),
                ZoneId.of("Asia/Shanghai"),
                (_, _) -> false,
                MONDAY,
                until);
        simulation.customer(
                1,
                List.of(),
                List.of(event("Member Joined", 0), event("Order Completed", 1), event("Member Joined", 1)));
        simulation.customer(2, List.of(), List.of(event("Member Joined", 0)));
        return simulation.counts(true);
    }

    private static PastEvent event(String name, int days) {
        return new PastEvent(name, MONDAY.plus(Duration.ofDays(days)), Map.of());
    }
}
