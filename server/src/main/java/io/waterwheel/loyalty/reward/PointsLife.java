package io.waterwheel.loyalty.reward;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How long points last that do not come from an order: as long as the programme says, from the day they are
/// given.
@Component
public class PointsLife {

    private final DSLContext database;
    private final LiveProgrammes programmes;

    PointsLife(DSLContext database, LiveProgrammes programmes) {
        this.database = database;
        this.programmes = programmes;
    }

    /// @return null for never
    public @Nullable Instant until(Brand brand, Instant at) {
        return programmes
                .current(database, brand.id())
                .map(programme -> programme.lostAt(at))
                .orElse(null);
    }
}
