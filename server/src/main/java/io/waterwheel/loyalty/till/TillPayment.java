package io.waterwheel.loyalty.till;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.generated.tables.records.TillPaymentRecord;
import java.time.Instant;

/// Points that are kept back for an order, or were paid with.
///
/// @param payment  its number, by which it is captured, released and refunded
/// @param points   kept back
/// @param paid     of those, what was paid with; the rest was given back
/// @param until    when they are given back if the till says nothing
/// @param repeated whether it was so before this call
@Schema(name = "TillPayment")
public record TillPayment(
        String payment, String order, PaymentState state, long points, long paid, Instant until, boolean repeated) {

    static TillPayment of(TillPaymentRecord row, boolean repeated) {
        return new TillPayment(
                Long.toString(row.getId()),
                row.getOrderId(),
                PaymentState.of(row.getState()),
                row.getPoints(),
                row.getPaid(),
                row.getUntilAt(),
                repeated);
    }
}
