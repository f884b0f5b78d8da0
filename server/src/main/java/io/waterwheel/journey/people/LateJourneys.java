package io.waterwheel.journey.people;

import static io.waterwheel.journey.generated.Tables.POISON;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.journey.engine.RunState;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.lag.Late;
import io.waterwheel.kernel.lag.LateKind;
import io.waterwheel.kernel.lag.LateWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Journeys whose people should have gone on: their time has come, or they were put aside. A paused journey is
/// late by nothing.
@Component
class LateJourneys implements LateWork {

    private static final int MOST = 10_000;

    private final DSLContext database;
    private final FollowedJourneys journeys;

    LateJourneys(DSLContext database, FollowedJourneys journeys) {
        this.database = database;
        this.journeys = journeys;
    }

    @Override
    public Set<LateKind> kinds() {
        return Set.of(LateKind.RUNS, LateKind.ASIDE);
    }

    @Override
    public List<Late> late(Instant since) {
        List<Late> late = new ArrayList<>();
        for (FollowedJourney journey : journeys.all(database)) {
            if (journey.pausedAt() == null) {
                due(journey, since, late);
            }
        }
        late.addAll(aside(since));
        return late;
    }

    /// The journey's own clock shows less than the time, by as much as it was paused.
    private void due(FollowedJourney journey, Instant since, List<Late> late) {
        Duration held = journey.held();
        Condition due = RUN.JOURNEY_ID
                .eq(journey.id())
                .and(RUN.STATE.eq(RunState.WAITING.code()))
                .and(RUN.DUE_AT.le(since.minus(held)));
        Instant oldest = database.select(DSL.min(RUN.DUE_AT))
                .from(RUN)
                .where(due)
                .fetchSingle()
                .value1();
        if (oldest != null) {
            late.add(new Late(
                    journey.brand().id(),
                    LateKind.RUNS,
                    Long.toString(journey.id()),
                    oldest.plus(held),
                    database.fetchCount(DSL.selectOne().from(RUN).where(due).limit(MOST)),
                    new Text(
                            "旅程“" + journey.name() + "”里到点的人还没有往下走",
                            "people in the journey “" + journey.name() + "” should have gone on"),
                    "/journeys/health"));
        }
    }

    private List<Late> aside(Instant since) {
        return database.select(POISON.BRAND_ID, RUN.JOURNEY_ID, SAVED_JOURNEY.NAME, DSL.min(POISON.AT), DSL.count())
                .from(POISON)
                .join(RUN)
                .on(RUN.ID.eq(POISON.RUN_ID))
                .join(SAVED_JOURNEY)
                .on(SAVED_JOURNEY.ID.eq(RUN.JOURNEY_ID))
                .where(RUN.STATE.eq(RunState.ASIDE.code()))
                .groupBy(POISON.BRAND_ID, RUN.JOURNEY_ID, SAVED_JOURNEY.NAME)
                .having(DSL.min(POISON.AT).le(since))
                .fetch(row -> new Late(
                        new BrandId(row.value1()),
                        LateKind.ASIDE,
                        row.value2().toString(),
                        row.value4(),
                        row.value5(),
                        new Text(
                                "旅程“" + row.value3() + "”里有人出错被放到一边，等人处理",
                                "people in the journey “" + row.value3() + "” were put aside and wait for a person"),
                        "/journeys/health"));
    }
}
