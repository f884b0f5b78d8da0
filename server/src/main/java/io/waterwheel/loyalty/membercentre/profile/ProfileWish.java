package io.waterwheel.loyalty.membercentre.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a member changes; what is null stays.
@Schema(name = "ProfileWish")
public record ProfileWish(
        @Nullable String name,
        @Nullable String gender,
        @Nullable LocalDate birthday) {}
