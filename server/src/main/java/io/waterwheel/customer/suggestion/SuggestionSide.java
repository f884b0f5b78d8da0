package io.waterwheel.customer.suggestion;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the two, with what identifies it masked. Only the number is left of one who is no customer any more.
///
/// @param memberNos at this brand
public record SuggestionSide(
        CustomerNo customerNo,
        @Nullable String name,
        @Nullable String gender,
        @Nullable LocalDate birthday,
        @Nullable String province,
        @Nullable String city,
        @Nullable String address,
        List<String> phones,
        List<String> emails,
        List<String> memberNos,
        int orders,
        long netSales,
        @Nullable Instant firstSeenAt,
        @Nullable Instant lastSeenAt) {

    static SuggestionSide gone(CustomerNo customer) {
        return new SuggestionSide(
                customer, null, null, null, null, null, null, List.of(), List.of(), List.of(), 0, 0, null, null);
    }
}
