package io.waterwheel.loyalty.health;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How programmes fare. Everything is read from sums kept by month, so an answer costs the same however many
/// members and bookings there are.
@Component
public class HealthReports {

    private final DSLContext database;
    private final LiveProgrammes programmes;
    private final PointsFlow points;
    private final TierPyramid tiers;
    private final BenefitUses benefits;
    private final InstantSource clock;

    HealthReports(
            DSLContext database,
            LiveProgrammes programmes,
            PointsFlow points,
            TierPyramid tiers,
            BenefitUses benefits,
            InstantSource clock) {
        this.database = database;
        this.programmes = programmes;
        this.points = points;
        this.tiers = tiers;
        this.benefits = benefits;
        this.clock = clock;
    }

    /// @param from  such as `2025-11`; null for twelve months
    /// @param until null for this month
    /// @throws io.waterwheel.kernel.problem.Problem `invalid`
    public ProgrammeHealth of(Brand brand, @Nullable String from, @Nullable String until) {
        LocalDate today = brand.dayOf(clock.instant());
        HealthMonths asked = HealthMonths.asked(from, until, today);
        List<LiveProgramme> versions = programmes.versions(database, brand.id());
        Instant since = versions.isEmpty() ? null : versions.getFirst().publishedAt();
        return new ProgrammeHealth(
                since,
                asked.first(),
                asked.last(),
                today,
                points.of(brand, asked),
                tiers.of(brand, versions.isEmpty() ? null : versions.getLast(), asked),
                benefits.of(brand, asked));
    }
}
