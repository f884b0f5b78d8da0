package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a list of customers.
///
/// @param phone     masked
/// @param orders    paid orders at this brand
/// @param netSales  gross less refunds, minor units
/// @param reachable channels by which marketing may reach them now
public record CustomerRow(
        CustomerNo customerNo,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String city,
        int orders,
        long netSales,
        @Nullable Instant lastOrderAt,
        Instant lastSeenAt,
        List<ChannelKind> reachable) {}
