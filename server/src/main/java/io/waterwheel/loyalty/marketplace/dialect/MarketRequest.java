package io.waterwheel.loyalty.marketplace.dialect;

import java.util.Map;
import java.util.function.UnaryOperator;

/// A call as it came in.
///
/// @param operation what stands behind the shop in the address, empty for nothing
/// @param query     the first value of each parameter
/// @param header    a header's value, empty when it is not there
@SuppressWarnings("ArrayRecordComponent") // calls are never compared
public record MarketRequest(String operation, Map<String, String> query, UnaryOperator<String> header, byte[] body) {

    @Override
    public String toString() {
        return "MarketRequest[" + operation + "]";
    }
}
