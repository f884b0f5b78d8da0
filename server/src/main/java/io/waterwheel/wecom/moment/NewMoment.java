package io.waterwheel.wecom.moment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A moment, as somebody asks for it.
///
/// @param key     whoever asks twice with the same key has asked once
/// @param guides  who is to publish it, by userid; empty for every guide
/// @param tags    customers with one of these tags can see it, by tag id; empty for all
/// @param startAt not before then; null for now
public record NewMoment(
        String key,
        String name,
        String words,
        List<String> guides,
        List<String> tags,
        @Nullable Instant startAt) {

    public NewMoment {
        guides = guides == null ? List.of() : guides.stream().distinct().toList();
        tags = tags == null ? List.of() : tags.stream().distinct().toList();
    }
}
