package io.waterwheel.loyalty.membercentre.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a member said of themselves.
///
/// @param gender   female, male or other; null where they did not say
/// @param phone    only its ends
/// @param birthday fixed once it is known
@Schema(name = "MemberProfile")
public record MemberProfile(
        @Nullable String name,
        @Nullable String gender,
        @Nullable LocalDate birthday,
        @Nullable String phone) {}
