package io.waterwheel.loyalty.points.report;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.PointsProblem;
import io.waterwheel.loyalty.points.EntryKind;
import io.waterwheel.loyalty.points.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which bookings are asked for; every part that is absent leaves all. Without a key, an order or a member it takes
/// both days, at most [#MOST_DAYS] of them: else nothing but the whole ledger would answer it.
///
/// @param account what moved any of these accounts, by their codes
/// @param kind    the code of one kind of booking
/// @param from    the first day of booking, in the brand's zone
/// @param until   the last day
/// @param key     under which it was booked
/// @param order   what was booked for an order: earned, paid at a till, and what came back of both
/// @param member  a customer's number: their bookings, and those of others that moved their points
public record EntryFilter(
        @Nullable List<String> account,
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String key,
        @Nullable String order,
        @Nullable Integer member) {

    /// A month, whichever.
    public static final int MOST_DAYS = 31;

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 30);

    public EntryFilter {
        kind = stripped(kind);
        key = stripped(key);
        order = stripped(order);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /// @throws Problem `invalid`, or `points-search-too-wide`
    void check() {
        sides();
        kinds();
        readable("/key", key);
        readable("/order", order);
        bounded("/from", from);
        bounded("/until", until);
        if (from != null && until != null && until.isBefore(from)) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/until", "before-from", new Text("结束日期早于开始日期", "the last day is before the first"));
        }
        if (!few() && (from == null || until == null || ChronoUnit.DAYS.between(from, until) >= MOST_DAYS)) {
            throw new Problem(PointsProblem.POINTS_SEARCH_TOO_WIDE).with("days", MOST_DAYS);
        }
    }

    private static void readable(String pointer, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new Problem(KernelProblem.INVALID)
                    .at(pointer, "unreadable", new Text("含有无法保存的字符", "holds a character that cannot be stored"));
        }
    }

    private static void bounded(String pointer, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            throw new Problem(KernelProblem.INVALID).outside(pointer, "range", EARLIEST, LATEST);
        }
    }

    /// Whether it names something of which there are few bookings.
    boolean few() {
        return key != null || order != null || member != null;
    }

    /// Empty for all.
    Set<Side> sides() {
        EnumSet<Side> sides = EnumSet.noneOf(Side.class);
        for (String code : account == null ? List.<String>of() : account) {
            try {
                sides.add(Side.of(code));
            } catch (IllegalArgumentException none) {
                throw new Problem(KernelProblem.INVALID, none)
                        .at("/account", "unknown", new Text("没有这个科目", "there is no such account"));
            }
        }
        return sides;
    }

    /// Those that are asked for and may move what is asked for.
    Set<EntryKind> kinds() {
        EnumSet<EntryKind> kinds = EnumSet.allOf(EntryKind.class);
        if (kind != null) {
            try {
                kinds.retainAll(EnumSet.of(EntryKind.of(kind)));
            } catch (IllegalArgumentException none) {
                throw new Problem(KernelProblem.INVALID, none)
                        .at("/kind", "unknown", new Text("没有这种记账", "there is no such kind of booking"));
            }
        }
        Set<Side> sides = sides();
        if (!sides.isEmpty()) {
            kinds.removeIf(each -> sides.stream().noneMatch(side -> side.kinds().contains(each)));
        }
        return kinds;
    }

    @Nullable
    Instant begin(Brand brand) {
        return from == null ? null : brand.startOf(from);
    }

    /// Where the last day is over.
    @Nullable
    Instant end(Brand brand) {
        return until == null ? null : brand.startOf(until.plusDays(1));
    }
}
