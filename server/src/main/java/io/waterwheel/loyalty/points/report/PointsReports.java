package io.waterwheel.loyalty.points.report;

import static io.waterwheel.loyalty.generated.Tables.MONTH_TOTAL;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.points.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Figures of a whole brand, from the sums that are kept by month: they cost the same however long the
/// history is.
@Component
public class PointsReports {

    private final DSLContext database;

    PointsReports(DSLContext database) {
        this.database = database;
    }

    public TrialBalance trialBalance(Brand brand) {
        Map<Side, Long> sums = new EnumMap<>(Side.class);
        months(brand).values().forEach(month -> month.forEach((side, amount) -> sums.merge(side, amount, Long::sum)));
        Map<String, Long> accounts = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            accounts.put(side.code(), sums.getOrDefault(side, 0L));
        }
        return new TrialBalance(
                accounts, sums.values().stream().mapToLong(Long::longValue).sum());
    }

    /// Month by month since the first booking.
    public List<PointsMonth> liability(Brand brand) {
        List<PointsMonth> months = new ArrayList<>();
        long liability = 0;
        long spentSoFar = 0;
        long expiredSoFar = 0;
        for (Map.Entry<LocalDate, Map<Side, Long>> each : months(brand).entrySet()) {
            Map<Side, Long> month = each.getValue();
            long spent = of(month, Side.MALL) + of(month, Side.ORDER) + of(month, Side.GAME);
            long expired = of(month, Side.EXPIRED);
            spentSoFar += spent;
            expiredSoFar += expired;
            for (Map.Entry<Side, Long> account : month.entrySet()) {
                liability += account.getKey().ofMember() ? account.getValue() : 0;
            }
            long gone = spentSoFar + expiredSoFar;
            months.add(new PointsMonth(
                    each.getKey(),
                    -of(month, Side.ISSUED),
                    -of(month, Side.OPENED),
                    spent,
                    expired,
                    of(month, Side.ADJUSTED),
                    -of(month, Side.FORGIVEN),
                    liability,
                    gone == 0 ? null : (double) spentSoFar / gone,
                    gone == 0 ? null : (double) expiredSoFar / gone));
        }
        return months;
    }

    /// By month: what of the points issued until then was taken back.
    public Map<LocalDate, Long> takenBack(Brand brand) {
        return database.select(MONTH_TOTAL.MONTH, MONTH_TOTAL.BACK)
                .from(MONTH_TOTAL)
                .where(MONTH_TOTAL.BRAND_ID.eq(brand.id().value()))
                .and(MONTH_TOTAL.ACCOUNT.eq(Side.ISSUED.code()))
                .fetchMap(MONTH_TOTAL.MONTH, MONTH_TOTAL.BACK);
    }

    private static long of(Map<Side, Long> month, Side side) {
        return month.getOrDefault(side, 0L);
    }

    private TreeMap<LocalDate, Map<Side, Long>> months(Brand brand) {
        TreeMap<LocalDate, Map<Side, Long>> months = new TreeMap<>();
        database.selectFrom(MONTH_TOTAL)
                .where(MONTH_TOTAL.BRAND_ID.eq(brand.id().value()))
                .forEach(row -> months.computeIfAbsent(row.getMonth(), _ -> new EnumMap<>(Side.class))
                        .put(Side.of(row.getAccount()), row.getAmount()));
        return months;
    }
}
