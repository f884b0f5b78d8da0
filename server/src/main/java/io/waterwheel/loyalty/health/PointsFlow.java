package io.waterwheel.loyalty.health;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.points.report.PointsMonth;
import io.waterwheel.loyalty.points.report.PointsReports;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads a brand's points from the sums the ledger keeps by month: a dozen rows for each month, however many
/// bookings there were.
@Component
class PointsFlow {

    private static final int YEAR = 12;

    private final PointsReports reports;

    PointsFlow(PointsReports reports) {
        this.reports = reports;
    }

    PointsHealth of(Brand brand, HealthMonths asked) {
        TreeMap<LocalDate, PointsMonth> booked = new TreeMap<>();
        reports.liability(brand).forEach(month -> booked.put(month.month(), month));
        Map<LocalDate, Long> takenBack = reports.takenBack(brand);
        List<PointsHealth.Month> months = asked.days().stream()
                .map(day -> month(booked, takenBack.getOrDefault(day, 0L), day))
                .toList();
        PointsMonth last = standing(booked, asked.last());
        long liability = last == null ? 0 : last.liability();
        Double breakage = last == null ? null : last.breakage();
        return new PointsHealth(
                months,
                burn(booked, asked.first(), asked.last()),
                expiry(booked, asked.first(), asked.last()),
                liability,
                breakage,
                breakage == null ? null : Math.round(Math.max(0, liability) * breakage));
    }

    private static PointsHealth.Month month(TreeMap<LocalDate, PointsMonth> booked, long takenBack, LocalDate day) {
        PointsMonth month = booked.get(day);
        PointsMonth standing = standing(booked, day);
        long liability = standing == null ? 0 : standing.liability();
        LocalDate yearAgo = day.minusMonths(YEAR - 1);
        HealthRate burn = burn(booked, yearAgo, day);
        HealthRate expiry = expiry(booked, yearAgo, day);
        return month == null
                ? new PointsHealth.Month(day, 0, 0, 0, 0, 0, 0, liability, burn, expiry)
                : new PointsHealth.Month(
                        day,
                        month.issued() + takenBack,
                        takenBack,
                        month.opened(),
                        month.spent(),
                        month.expired(),
                        month.adjusted(),
                        liability,
                        burn,
                        expiry);
    }

    private static @Nullable PointsMonth standing(TreeMap<LocalDate, PointsMonth> booked, LocalDate day) {
        Map.Entry<LocalDate, PointsMonth> entry = booked.floorEntry(day);
        return entry == null ? null : entry.getValue();
    }

    private static HealthRate burn(TreeMap<LocalDate, PointsMonth> booked, LocalDate from, LocalDate until) {
        return rate(booked, from, until, PointsMonth::spent);
    }

    private static HealthRate expiry(TreeMap<LocalDate, PointsMonth> booked, LocalDate from, LocalDate until) {
        return rate(booked, from, until, PointsMonth::expired);
    }

    private static HealthRate rate(
            TreeMap<LocalDate, PointsMonth> booked, LocalDate from, LocalDate until, ToLongFunction<PointsMonth> part) {
        var months = booked.subMap(from, true, until, true).values();
        return HealthRate.of(
                months.stream().mapToLong(part).sum(),
                months.stream().mapToLong(PointsMonth::issued).sum());
    }
}
