package io.waterwheel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.access.account.Role;
import io.waterwheel.demo.world.Truth;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What somebody sees of the demo brand's membership who opens the pages for the first time.
@ServerTest
class DemoLoyaltyStories {

    private static final int SIZE = 400;

    @Autowired
    Jobs jobs;

    @Autowired
    Brands brands;

    @Autowired
    SeededWorlds worlds;

    @Autowired
    Browsers browsers;

    @Autowired
    DSLContext database;

    @Test
    void theProgrammeHasAYearBehindItAndNoPageIsEmpty() {
        Brand brand = seed("loyal", 41);
        Browser operator = browsers.signedIn(Role.OPERATOR);
        Truth truth = worlds.find(brand).orElseThrow().world().truth();
        String path = "/api/brands/" + brand.key();
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(
                                health(operator, path).at("/tiers/members").asLong())
                        .isEqualTo(truth.members()));
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(levels(health(operator, path)).subList(1, 4))
                        .as("members of the upper tiers")
                        .allMatch(members -> members > 0));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(health(operator, path)
                                .at("/benefits/total/redeemed")
                                .asLong())
                        .isPositive());

        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(health(operator, path)
                                .at("/tiers/months")
                                .valueStream()
                                .filter(month -> month.path("up").asLong() > 0))
                        .as("months in which members went up")
                        .hasSizeGreaterThanOrEqualTo(8));

        JsonNode points = health(operator, path).path("points");
        assertThat(points.path("months")
                        .valueStream()
                        .filter(month -> month.path("issued").asLong() > 0))
                .as("months in which points were issued")
                .hasSizeGreaterThanOrEqualTo(11);
        assertThat(points.at("/burn/rate").asDouble()).isBetween(0.1, 0.7);
        assertThat(points.at("/expiry/rate").asDouble()).isBetween(0.05, 0.7);
        assertThat(operator.get(path + "/points/reconciliation").json().path("differences"))
                .isEmpty();
        assertThat(operator.get(path + "/mall/items").json()).hasSize(4);
        assertThat(operator.get(path + "/member-tasks").text()).contains("本月再来一单");
        JsonNode growth = operator.get(path + "/growth-programmes").json();
        assertThat(growth).hasSize(1);
        assertThat(growth.at("/0/tasks").asInt()).isEqualTo(3);
        assertThat(operator.get(path + "/member-benefits").json()).hasSize(3);
        assertThat(operator.get(path + "/check-in/days").text()).contains("\"members\":");
        JsonNode journeys = operator.get(path + "/journeys").json();
        assertThat(journeys).hasSize(1);
        assertThat(journeys.at("/0/state").asString()).isEqualTo("live");
    }

    @Test
    void seedingAgainAfterAKillGivesNothingASecondTime() {
        Brand brand = seed("loyal-twice", 42);
        List<Long> before = counts(brand);
        database.execute("update demo.world set finished_at = null where brand_id = "
                + brand.id().value());
        seed("loyal-twice", 42);
        assertThat(counts(brand)).isEqualTo(before);
    }

    private List<Long> counts(Brand brand) {
        return List.of("programme_version", "mall_item", "task", "growth_programme", "draw", "benefit_rule", "check_in")
                .stream()
                .map(table -> database.fetchSingle("select count(*) from loyalty." + table + " where brand_id = "
                                + brand.id().value())
                        .get(0, Long.class))
                .collect(Collectors.toList());
    }

    private static List<Long> levels(JsonNode health) {
        return health.at("/tiers/tiers")
                .valueStream()
                .map(level -> level.path("members").asLong())
                .toList();
    }

    private static JsonNode health(Browser operator, String path) {
        return operator.get(path + "/loyalty/health").json();
    }

    private Brand seed(String name, long seed) {
        SeedPlan plan = new SeedPlan("demo-" + name, "泊檐茶", seed, SIZE, null, null);
        JobId id = jobs.start(new NewJob(DemoSeeder.KIND, Text.same("demo"), null, "events", plan, null));
        JobState ended = await().atMost(Duration.ofMinutes(5))
                .until(() -> jobs.find(id).orElseThrow().state(), JobState::ended);
        assertThat(ended).isEqualTo(JobState.DONE);
        return brands.byKey(plan.brand());
    }
}
