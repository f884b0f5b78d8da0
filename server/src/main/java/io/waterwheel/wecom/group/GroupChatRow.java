package io.waterwheel.wecom.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer group.
///
/// @param ownerLeft nobody can send to it until another guide takes it over
/// @param customers members who are customers
/// @param guides    members of the corp
public record GroupChatRow(
        String chatId,
        String name,
        String owner,
        @Nullable String ownerName,
        boolean ownerLeft,
        int customers,
        int guides,
        Instant createdAt) {}
