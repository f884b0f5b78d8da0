package io.waterwheel.loyalty.checkin;

import static io.waterwheel.loyalty.generated.Tables.CHECK_IN;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// How many check in.
@Component
public class CheckInFigures {

    private static final int DAYS = 30;

    private final DSLContext database;
    private final InstantSource clock;

    CheckInFigures(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param members who checked in
    /// @param week    who did so for the seventh day in a row or more
    /// @param points  what it brought them, bonuses not counted
    @Schema(name = "CheckInDay")
    public record Day(LocalDate day, int members, int week, long points) {}

    /// The oldest first; days without any are left out.
    public List<Day> lastDays(Brand brand) {
        return database.select(
                        CHECK_IN.DAY,
                        DSL.count(),
                        DSL.count().filterWhere(CHECK_IN.STREAK.ge(7)),
                        DSL.sum(CHECK_IN.POINTS))
                .from(CHECK_IN)
                .where(CHECK_IN.BRAND_ID.eq(brand.id().value()))
                .and(CHECK_IN.DAY.gt(brand.dayOf(clock.instant()).minusDays(DAYS)))
                .groupBy(CHECK_IN.DAY)
                .orderBy(CHECK_IN.DAY)
                .fetch(row -> new Day(
                        row.value1(), row.value2(), row.value3(), row.value4().longValueExact()));
    }
}
