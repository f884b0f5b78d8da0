package io.waterwheel.alert.watch;

import static io.waterwheel.alert.generated.Tables.ALERT_;

import io.waterwheel.access.Brand;
import io.waterwheel.alert.generated.tables.records.AlertRecord;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.lag.Late;
import io.waterwheel.kernel.lag.LateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The table of alerts. One is raised when something is late beyond the limit and stands until it has recovered:
/// however many looks, nodes and changes of mind in between, it is one row.
@Component
public class Alerts {

    /// In the place of a brand's number: the whole installation.
    static final short WHOLE = 0;

    private static final int MOST = 200;

    private final DSLContext database;

    Alerts(DSLContext database) {
        this.database = database;
    }

    /// Those of a brand and of the whole installation: what is late first, then the newest of the past.
    public List<Alert> of(Brand brand) {
        return database.selectFrom(ALERT_)
                .where(ALERT_.BRAND_ID.in(brand.id().value(), WHOLE))
                .orderBy(ALERT_.CLEARED_AT.isNotNull(), ALERT_.ID.desc())
                .limit(MOST)
                .fetch(row -> new Alert(
                        Long.toString(row.getId()),
                        LateKind.of(row.getKind()),
                        new Text(row.getReasonZh(), row.getReasonEn()),
                        row.getSince(),
                        row.getRaisedAt(),
                        row.getClearedAt(),
                        row.getWaiting(),
                        row.getPath(),
                        row.getBrandId() == WHOLE));
    }

    int open() {
        return database.fetchCount(ALERT_, ALERT_.CLEARED_AT.isNull());
    }

    /// What one of the works said.
    ///
    /// @param limits by brand; others have `usual`
    @Transactional
    void told(Set<LateKind> kinds, Collection<Late> late, Map<Short, Duration> limits, Duration usual, Instant now) {
        Set<String> stands = new HashSet<>();
        for (Late one : late) {
            short brand = number(one.brand());
            Duration limit = limits.getOrDefault(brand, usual);
            if (!one.since().isAfter(now.minus(limit))) {
                raise(brand, one, now);
            }
            // Recovered means well below the limit: what goes up and down about it is one alert.
            if (!one.since().isAfter(now.minus(limit.dividedBy(2)))) {
                stands.add(key(brand, one.kind().code(), one.subject()));
            }
        }
        database
                .selectFrom(ALERT_)
                .where(ALERT_.CLEARED_AT.isNull())
                .and(ALERT_.KIND.in(kinds.stream().map(LateKind::code).toList()))
                .fetch()
                .stream()
                .filter(row -> !stands.contains(key(row.getBrandId(), row.getKind(), row.getSubject())))
                .map(AlertRecord::getId)
                .forEach(id -> database.update(ALERT_)
                        .set(ALERT_.CLEARED_AT, now)
                        .where(ALERT_.ID.eq(id))
                        .and(ALERT_.CLEARED_AT.isNull())
                        .execute());
    }

    /// Relies on the index alert_open, which lets one stand.
    private void raise(short brand, Late late, Instant now) {
        database.insertInto(ALERT_)
                .set(ALERT_.BRAND_ID, brand)
                .set(ALERT_.KIND, late.kind().code())
                .set(ALERT_.SUBJECT, late.subject())
                .set(ALERT_.SINCE, late.since())
                .set(ALERT_.RAISED_AT, now)
                .set(ALERT_.WAITING, late.waiting())
                .set(ALERT_.REASON_ZH, late.reason().zh())
                .set(ALERT_.REASON_EN, late.reason().en())
                .set(ALERT_.PATH, late.path())
                .onConflict(ALERT_.BRAND_ID, ALERT_.KIND, ALERT_.SUBJECT)
                .where(ALERT_.CLEARED_AT.isNull())
                .doUpdate()
                .set(ALERT_.SINCE, late.since())
                .set(ALERT_.WAITING, late.waiting())
                .set(ALERT_.REASON_ZH, late.reason().zh())
                .set(ALERT_.REASON_EN, late.reason().en())
                .execute();
    }

    private static short number(@Nullable BrandId brand) {
        return brand == null ? WHOLE : brand.value();
    }

    private static String key(short brand, String kind, String subject) {
        return brand + "/" + kind + "/" + subject;
    }
}
