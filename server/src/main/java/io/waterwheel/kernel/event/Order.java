package io.waterwheel.kernel.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/// The properties of `Order Completed` and `Order Refunded`, in the Segment specification's names.
///
/// @param orderId  the shop's number of the order, or of the refund
/// @param total    what was paid, or given back, in the currency's major unit; absent: the sum of the lines
/// @param currency ISO 4217; absent: the brand's
/// @param store    the store's id, where it was sold in one
/// @param channel  the way it was sold, in the sender's word
/// @param platform the e-commerce platform it came from, which is the way it was sold where no other is told
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Order(
        @JsonProperty("order_id") String orderId,
        @Nullable BigDecimal total,
        @Nullable String currency,
        @Nullable String store,
        @JsonDeserialize(using = WordIfAny.class) @Nullable String channel,
        @JsonDeserialize(using = WordIfAny.class) @Nullable String platform,
        @Nullable List<Line> products) {

    public Order(
            String orderId,
            @Nullable BigDecimal total,
            @Nullable String currency,
            @Nullable String store,
            @Nullable List<Line> products) {
        this(orderId, total, currency, store, null, null, products);
    }

    /// @param price one unit's price in the currency's major unit
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(
            @JsonProperty("product_id") @Nullable String productId,
            @Nullable String name,
            @Nullable String category,
            @Nullable BigDecimal price,
            @Nullable BigDecimal quantity) {

        public BigDecimal units() {
            return quantity == null ? BigDecimal.ONE : quantity;
        }

        /// Quantity × price in minor units, rounded half up to the minor unit, line by line.
        public long amount(int fractionDigits) {
            return price == null ? 0 : minor(units().multiply(price), fractionDigits);
        }
    }

    public List<Line> lines() {
        return products == null ? List.of() : products;
    }

    /// The way it was sold: the channel told, or else the platform, or else the source that told of it.
    public String soldThrough(String source) {
        if (channel != null && !channel.isBlank()) {
            return channel;
        }
        return platform == null || platform.isBlank() ? source : platform;
    }

    /// Of a refund: the number of the order it is of, which is its own where no other is told.
    ///
    /// @param properties as they were told
    public String refunded(JsonNode properties) {
        JsonNode of = properties.path("refunded_order_id");
        return of.isString() ? of.stringValue() : orderId;
    }

    /// What was paid in minor units: the stated total, or else the sum of the lines.
    public long amount(int fractionDigits) {
        return total != null
                ? minor(total, fractionDigits)
                : lines().stream()
                        .mapToLong(line -> line.amount(fractionDigits))
                        .sum();
    }

    private static long minor(BigDecimal major, int fractionDigits) {
        return major.setScale(fractionDigits, RoundingMode.HALF_UP)
                .movePointRight(fractionDigits)
                .longValueExact();
    }
}
