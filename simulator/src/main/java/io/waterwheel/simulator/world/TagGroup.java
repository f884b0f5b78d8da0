package io.waterwheel.simulator.world;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// A group of corp tags (企业标签组).
public record TagGroup(
        @JsonProperty("group_id") String groupId,
        @JsonProperty("group_name") String groupName,
        List<Tag> tag) {

    /// One corp tag.
    public record Tag(String id, String name) {}

    public TagGroup {
        tag = List.copyOf(requireNonNullElse(tag, List.of()));
    }
}
