package io.waterwheel.loyalty.points.report;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One booking as a bookkeeper sees it.
///
/// @param key      under which it was booked; null of what the ledger did by itself
/// @param kind     earn, open, mature, spend, freeze, capture, release, take-back, give-back, deduct or expire
/// @param customer whose it is now; null where that is not known any more
/// @param name     masked; null where none is known
/// @param asked    how many points were to move
/// @param points   how many moved
/// @param why      in words
/// @param accounts what it moved, by account; together zero
public record EntryLine(
        long entry,
        @Nullable String key,
        String kind,
        @Nullable CustomerNo customer,
        @Nullable String name,
        long asked,
        long points,
        Instant at,
        Instant bookedAt,
        String why,
        Map<String, Long> accounts) {}
