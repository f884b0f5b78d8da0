package io.waterwheel.customer.purchase;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.event.EventNames;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Money that came in, or went back.
public enum PurchaseKind {
    @JsonProperty("order")
    ORDER,
    @JsonProperty("refund")
    REFUND;

    static @Nullable PurchaseKind of(String eventName) {
        return switch (eventName) {
            case EventNames.ORDER_COMPLETED -> ORDER;
            case EventNames.ORDER_REFUNDED -> REFUND;
            default -> null;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PurchaseKind valueOfCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
