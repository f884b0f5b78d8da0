package io.waterwheel.wecom.group;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message to groups, as somebody asks for it.
///
/// @param key     whoever asks twice with the same key has asked once
/// @param byHand  owners post it themselves from a task on their phone; otherwise they confirm WeCom's mass
///                message
/// @param chats   to which groups, by WeCom's ids
/// @param startAt not before then; null for now
public record NewGroupSend(
        String key,
        String name,
        String words,
        boolean byHand,
        List<String> chats,
        @Nullable Instant startAt) {

    public NewGroupSend {
        chats = chats == null ? List.of() : chats.stream().distinct().toList();
    }
}
