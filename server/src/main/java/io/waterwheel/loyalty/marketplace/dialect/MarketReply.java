package io.waterwheel.loyalty.marketplace.dialect;

import java.util.Map;

/// What goes back, as JSON.
public record MarketReply(int status, Map<String, ?> body) {}
