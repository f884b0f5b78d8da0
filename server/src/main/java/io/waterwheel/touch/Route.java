package io.waterwheel.touch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one customer is reached by one channel.
///
/// @param address the channel's id of the customer
/// @param sender  the guide who would send it, null where there is none
/// @param values  template values of the sender: `guide` → `name`, `store` → `name`
public record Route(String address, @Nullable String sender, Map<String, Map<String, String>> values) {}
