package io.waterwheel.insight.home;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.YearMonth;

/// One month of the trend; amounts in minor units.
///
/// @param anonymousSales net sales that belong to no known customer
/// @param partial        the month has not ended
public record MonthPoint(
        @Schema(types = "string", example = "2010-12") YearMonth month,
        long grossSales,
        long netSales,
        long orders,
        long buyers,
        long anonymousSales,
        boolean partial) {}
