package io.waterwheel.loyalty.request;

import static io.waterwheel.loyalty.generated.Tables.REWARD_REQUEST;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.generated.tables.records.RewardRequestRecord;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who gets points that were asked for, and until when they last. Only members have points.
@Component
class PointsRewards {

    private static final String NOT_MEMBER = "not-member";

    private final DSLContext database;
    private final Members members;
    private final LiveProgrammes programmes;

    PointsRewards(DSLContext database, Members members, LiveProgrammes programmes) {
        this.database = database;
        this.members = members;
        this.programmes = programmes;
    }

    /// In the caller's transaction: notes for whom it will be booked.
    ///
    /// @return those who get nothing, and why
    Map<RewardRequestRecord, String> decide(List<RewardRequestRecord> asked) {
        Map<RewardRequestRecord, String> refused = new HashMap<>();
        if (asked.isEmpty()) {
            return refused;
        }
        Map<BrandId, Set<CustomerNo>> known = new HashMap<>();
        asked.stream()
                .collect(Collectors.groupingBy(
                        row -> new BrandId(row.getBrandId()),
                        Collectors.mapping(row -> new CustomerNo(row.getCustomerNo()), Collectors.toSet())))
                .forEach((brand, customers) -> known.put(
                        brand,
                        new HashSet<>(members.of(database, brand, customers).keySet())));
        Map<BrandId, List<LiveProgramme>> live = programmes.all(database);
        RowSet decided = new RowSet(REWARD_REQUEST.ID, REWARD_REQUEST.EXPIRES_AT);
        for (RewardRequestRecord row : asked) {
            BrandId brand = new BrandId(row.getBrandId());
            if (known.getOrDefault(brand, Set.of()).contains(new CustomerNo(row.getCustomerNo()))) {
                decided.row(row.getId(), lost(live.getOrDefault(brand, List.of()), row.getAskedAt()));
            } else {
                refused.put(row, NOT_MEMBER);
            }
        }
        write(decided);
        return refused;
    }

    private void write(RowSet decided) {
        if (!decided.isEmpty()) {
            RowSet.Given given = decided.as("given");
            database.update(REWARD_REQUEST)
                    .set(REWARD_REQUEST.DECIDED, true)
                    .set(REWARD_REQUEST.EXPIRES_AT, given.field(REWARD_REQUEST.EXPIRES_AT))
                    .from(given.table())
                    .where(REWARD_REQUEST.ID.eq(given.field(REWARD_REQUEST.ID)))
                    .execute();
        }
    }

    private static @Nullable Instant lost(List<LiveProgramme> versions, Instant at) {
        return LiveProgrammes.at(versions, at)
                .map(programme -> programme.lostAt(at))
                .orElse(null);
    }

    static PointsCommand command(RewardRequestRecord row) {
        return new PointsCommand.Earn(
                new PointsCommand.Occasion(
                        new BrandId(row.getBrandId()),
                        new CustomerNo(row.getCustomerNo()),
                        row.getKey(),
                        row.getAskedAt(),
                        new PointsReason(
                                row.getKey().substring(0, row.getKey().indexOf('/')), Map.of("name", row.getOrigin()))),
                new Points(row.getPoints()),
                null,
                row.getExpiresAt());
    }
}
