package io.waterwheel.loyalty.whatif;

import io.waterwheel.access.Brand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Which months are replayed: whole months of the brand, the last of them as far as it has come.
///
/// @param from  the first instant, milliseconds since 1970
/// @param until the last
public record WhatIfWindow(Brand brand, List<LocalDate> months, long from, long until, List<Long> ends) {

    public static final int MOST_MONTHS = 36;

    public static WhatIfWindow of(Brand brand, Instant now, int months) {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException(months + " months");
        }
        LocalDate first = brand.monthOf(now).minusMonths(months - 1L);
        List<LocalDate> all =
                IntStream.range(0, months).mapToObj(first::plusMonths).toList();
        List<Long> ends = all.stream()
                .map(month -> brand.startOf(month.plusMonths(1)).toEpochMilli())
                .toList();
        return new WhatIfWindow(brand, all, brand.startOf(first).toEpochMilli(), now.toEpochMilli(), ends);
    }

    int size() {
        return months.size();
    }

    /// The first instant after each month, and after the last that is looked at.
    long[] boundaries() {
        long[] after = ends.stream().mapToLong(Long::longValue).toArray();
        after[after.length - 1] = until + 1;
        return after;
    }

    /// In which month something happened.
    static int month(long[] boundaries, long at) {
        int place = Arrays.binarySearch(boundaries, at);
        return place >= 0 ? place + 1 : -place - 1;
    }
}
