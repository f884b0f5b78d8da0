package io.waterwheel.alert.watch;

import static io.waterwheel.alert.generated.Tables.ALERT_;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.alert.generated.tables.records.AlertRecord;
import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.touch.StaffMail;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Writes to those who run a brand: one letter for all that is new, and one when it has recovered. A letter that
/// cannot leave is tried again at the next look; one whose sender dies before it is noted leaves twice under one
/// Message-ID, rather than not at all.
@Component
class AlertMail {

    private static final int MOST = 200;

    private static final Condition RAISED = ALERT_.TOLD_AT.isNull().and(ALERT_.CLEARED_AT.isNull());

    private static final Condition ENDED =
            ALERT_.TOLD_AT.isNotNull().and(ALERT_.CLEARED_AT.isNotNull()).and(ALERT_.TOLD_END_AT.isNull());

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final Brands brands;
    private final AlertLimits limits;
    private final StaffMail mail;
    private final WaterwheelProperties properties;
    private final InstantSource clock;

    AlertMail(
            DSLContext database,
            TransactionOperations transactions,
            Brands brands,
            AlertLimits limits,
            StaffMail mail,
            WaterwheelProperties properties,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.brands = brands;
        this.limits = limits;
        this.mail = mail;
        this.properties = properties;
        this.clock = clock;
    }

    /// The brands about which something is to be told.
    List<Short> untold() {
        return database.selectDistinct(ALERT_.BRAND_ID)
                .from(ALERT_)
                .where(RAISED.or(ENDED))
                .orderBy(ALERT_.BRAND_ID)
                .fetch(ALERT_.BRAND_ID);
    }

    /// Tells of one of them, while no other node does.
    void tell(short number) {
        transactions.executeWithoutResult(status -> {
            List<AlertRecord> rows = database.selectFrom(ALERT_)
                    .where(ALERT_.BRAND_ID.eq(number))
                    .and(RAISED.or(ENDED))
                    .orderBy(ALERT_.ID)
                    .limit(MOST)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            if (rows.isEmpty()) {
                return;
            }
            brands.all().stream()
                    .filter(brand -> number == Alerts.WHOLE || brand.id().value() == number)
                    .forEach(brand -> write(brand, rows));
            Instant now = clock.instant();
            List<Long> ids = rows.stream().map(AlertRecord::getId).toList();
            database.update(ALERT_)
                    .set(ALERT_.TOLD_END_AT, now)
                    .where(ALERT_.ID.in(ids))
                    .and(ENDED)
                    .execute();
            database.update(ALERT_)
                    .set(ALERT_.TOLD_AT, now)
                    .where(ALERT_.ID.in(ids))
                    .and(ALERT_.TOLD_AT.isNull())
                    .execute();
        });
    }

    private void write(Brand brand, List<AlertRecord> rows) {
        List<String> to = limits.of(brand).mail();
        if (to.isEmpty() || !mail.ready(brand)) {
            return;
        }
        List<String> lines = new ArrayList<>();
        DateTimeFormatter clockFace = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(brand.zone());
        rows.forEach(row -> lines.addAll(lines(brand, row, clockFace)));
        long late = rows.stream().filter(row -> row.getClearedAt() == null).count();
        String subject = late > 0
                ? "[%s] %d 项滞后 · %d late".formatted(brand.name(), late, late)
                : "[%s] 已恢复 · recovered".formatted(brand.name());
        AlertRecord first = rows.getFirst();
        String key = "alert-" + brand.id().value() + "-" + first.getId() + (first.getClearedAt() == null ? "" : "-end");
        mail.send(brand, to, key, subject, String.join("\n", lines));
    }

    private List<String> lines(Brand brand, AlertRecord row, DateTimeFormatter clockFace) {
        boolean over = row.getClearedAt() != null;
        String since = clockFace.format(row.getSince());
        return List.of(
                (over ? "✓ 已恢复：" : "! 从 " + since + " 起：") + row.getReasonZh(),
                (over ? "  recovered: " : "  since " + since + ": ") + row.getReasonEn(),
                "  " + properties.publicUrl() + "/b/" + brand.key() + row.getPath(),
                "");
    }
}
