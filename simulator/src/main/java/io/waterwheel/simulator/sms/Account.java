package io.waterwheel.simulator.sms;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer of the gateway, and how it is treated.
///
/// @param callback where receipts and replies are brought, or null when they are only to be fetched
/// @param perSecond how many batches a second are taken; 0 means any number
/// @param dead numbers that do not exist
/// @param empty whether there is no money left
public record Account(
        String key, String secret, @Nullable String callback, int perSecond, List<String> dead, boolean empty) {
    public Account {
        dead = List.copyOf(requireNonNullElse(dead, List.of()));
    }
}
