package io.waterwheel.loyalty.task;

import static io.waterwheel.loyalty.generated.Tables.GROWTH_PROGRAMME;
import static io.waterwheel.loyalty.generated.Tables.TASK;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.loyalty.reward.Reward;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The tasks that are on.
@Component
class RunningTasks {

    private final JsonMapper json;

    RunningTasks(JsonMapper json) {
        this.json = json;
    }

    /// @param growth the growth programme it belongs to; null for none
    record Running(
            long id,
            BrandId brand,
            String name,
            @Nullable Long growth,
            TaskDefinition definition,
            @Nullable Instant activeFrom) {}

    record RunningGrowth(long id, BrandId brand, String name, String text, Reward reward) {}

    /// Of brands, by the name of the event they count.
    Map<BrandId, Map<String, List<Running>>> counting(DSLContext database, Set<BrandId> brands, Set<String> events) {
        return find(
                        database,
                        TASK.EVENT
                                .in(events)
                                .and(TASK.BRAND_ID.in(
                                        brands.stream().map(BrandId::value).toList())))
                .stream()
                .collect(Collectors.groupingBy(
                        Running::brand,
                        Collectors.groupingBy(
                                running -> running.definition().event().event())));
    }

    List<Running> of(DSLContext database, BrandId brand) {
        return find(database, TASK.BRAND_ID.eq(brand.value()));
    }

    private List<Running> find(DSLContext database, Condition which) {
        return database.selectFrom(TASK)
                .where(which)
                .and(TASK.ACTIVE)
                .orderBy(TASK.ID)
                .fetch(row -> new Running(
                        row.getId(),
                        new BrandId(row.getBrandId()),
                        row.getName(),
                        row.getGrowthId(),
                        json.readValue(row.getDefinition().data(), TaskDefinition.class),
                        row.getActiveFrom()));
    }

    List<RunningGrowth> growth(DSLContext database, BrandId brand) {
        return database.selectFrom(GROWTH_PROGRAMME)
                .where(GROWTH_PROGRAMME.BRAND_ID.eq(brand.value()))
                .and(GROWTH_PROGRAMME.ACTIVE)
                .orderBy(GROWTH_PROGRAMME.ID)
                .fetch(row -> new RunningGrowth(
                        row.getId(),
                        new BrandId(row.getBrandId()),
                        row.getName(),
                        row.getText(),
                        json.readValue(row.getReward().data(), Reward.class)));
    }
}
