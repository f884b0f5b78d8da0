package io.waterwheel.customer;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;

/// A customer is, or was, a guide's friend in WeCom.
///
/// @param guide the guide's user id in WeCom
/// @param lasts whether they are friends now
public record FriendFacts(BrandId brand, CustomerNo customer, String guide, boolean lasts) {}
