package io.waterwheel.loyalty.programme.saved;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentUse;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// A segment that a rule of the programme is for cannot be deleted: the rule would give to nobody, and nobody would
/// notice.
@Component
class ProgrammeUses implements SegmentUse {

    private static final String USER = "programme";

    private final DSLContext database;
    private final LiveProgrammes programmes;

    ProgrammeUses(DSLContext database, LiveProgrammes programmes) {
        this.database = database;
        this.programmes = programmes;
    }

    @Override
    public List<String> of(Brand brand, SegmentId segment) {
        boolean used = programmes.current(database, brand.id()).stream()
                .flatMap(programme -> programme.definition().earn().stream())
                .anyMatch(rule -> segment.toString().equals(rule.segment()));
        return used ? List.of(USER) : List.of();
    }
}
