package io.waterwheel.simulator.world;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One human being, whatever the channels that reach them.
///
/// @param externalUserid who they are in WeCom, or null when they use no WeChat
/// @param shopUserId who they are in the shop's events, or null when they never buy
/// @param follow the guides who are their friends, possibly several
public record Person(
        String id,
        @JsonProperty("external_userid") @Nullable String externalUserid,
        @Nullable String unionid,
        String name,
        @Nullable String email,
        @Nullable String shopUserId,
        List<Follow> follow) {

    public Person {
        if (id == null || id.isEmpty()) {
            throw new IllegalArgumentException("a person needs an id");
        }
        name = requireNonNullElse(name, id);
        follow = List.copyOf(requireNonNullElse(follow, List.of()));
        if (externalUserid == null && !follow.isEmpty()) {
            throw new IllegalArgumentException("person " + id + " has friends but no external_userid");
        }
    }
}
