package io.waterwheel.simulator.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// A guide is a friend of a customer.
///
/// @param createtime when they became friends, in seconds since 1970
/// @param addWay how they met: 0 unknown, 1 QR code, 2 phone search, 3 card, … (WeCom doc path/92114)
/// @param state the contact way's own parameter
public record Follow(
        String userid,
        long createtime,
        @JsonProperty("add_way") int addWay,
        @Nullable String state) {}
