package io.waterwheel.touch;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message that somebody asks for.
///
/// @param key      unique for the brand: the same on every try. What stands before its first slash names the
///                 asking module
/// @param template a saved template; its channel is the message's
/// @param values   template variables beside the customer's own, by group and name: e.g. `event` → `product`
/// @param priority larger goes first when a cap leaves room for some only, 0 … 9
/// @param notAfter when it is no use any more; null: a day
public record MessageRequest(
        String key,
        CustomerNo customer,
        long template,
        Purpose purpose,
        Map<String, Map<String, String>> values,
        int priority,
        @Nullable Instant notAfter) {}
