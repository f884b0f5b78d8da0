package io.waterwheel.intake.source;

import static io.waterwheel.intake.generated.Tables.SOURCE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waterwheel.access.Brands;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.SourceSide;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds who reports by write key. Remembered for a few seconds, which is how long another node may still take a
/// revoked key; this node forgets it at once.
@Component
public class Reporters {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final DSLContext database;
    private final Brands brands;
    private final Cache<String, Reporter> byHash = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    Reporters(DSLContext database, Brands brands) {
        this.database = database;
        this.brands = brands;
    }

    /// @throws Problem `write-key-unknown`
    public Reporter require(@Nullable String writeKey) {
        Reporter reporter = writeKey == null || writeKey.isBlank() ? null : find(new WriteKey(writeKey));
        if (reporter == null) {
            throw new Problem(IntakeProblem.WRITE_KEY_UNKNOWN);
        }
        return reporter;
    }

    /// Of a source by its id, also of one whose write key was revoked: what it sent before is still its own.
    public Reporter of(SourceId id) {
        return database.select(SOURCE.ID, SOURCE.BRAND_ID, SOURCE.NAME, SOURCE.EVENTS_PER_SECOND, SOURCE.SIDE)
                .from(SOURCE)
                .where(SOURCE.ID.eq(id.value()))
                .fetchSingle(this::reporter);
    }

    void forgetAll() {
        byHash.invalidateAll();
    }

    private @Nullable Reporter find(WriteKey key) {
        byte[] hash = key.hash();
        // A key that is not there is not remembered: guesses must not push real keys out.
        return byHash.get(
                HexFormat.of().formatHex(hash),
                absent -> database.select(
                                SOURCE.ID, SOURCE.BRAND_ID, SOURCE.NAME, SOURCE.EVENTS_PER_SECOND, SOURCE.SIDE)
                        .from(SOURCE)
                        .where(SOURCE.KEY_HASH.eq(hash))
                        .and(SOURCE.REVOKED_AT.isNull())
                        .fetchOne(this::reporter));
    }

    private Reporter reporter(Record5<Long, Short, String, Integer, String> row) {
        return new Reporter(
                new SourceId(row.value1()),
                brands.get(new BrandId(row.value2())),
                row.value3(),
                row.value4(),
                SourceSide.of(row.value5()));
    }
}
