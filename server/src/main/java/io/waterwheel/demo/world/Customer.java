package io.waterwheel.demo.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who does not exist. Their phone number begins with 154, which no operator has been given, and their
/// e-mail ends at a domain that RFC 2606 keeps for examples.
///
/// @param number      from 0, in order of first sight
/// @param userId      their account in the shop
/// @param gender      `female`, `male` or unknown
/// @param home        the store they go to
/// @param firstSeenAt when they came; no event of theirs is earlier
public record Customer(
        int number,
        String userId,
        String name,
        @Nullable String gender,
        LocalDate birthday,
        String city,
        String province,
        String phone,
        @Nullable String email,
        @Nullable WeComAccount wecom,
        @Nullable Membership membership,
        Store home,
        Instant firstSeenAt,
        List<Friendship> friends,
        List<ConsentDecision> consents,
        Habit habit) {

    /// Who they are in WeCom. Only friends of a guide have one.
    public record WeComAccount(String externalUserid, String unionid) {}

    public record Membership(String number, Instant since) {}

    public boolean friend() {
        return !friends.isEmpty();
    }

    /// The consent to marketing in force on a channel, empty when it was never asked for.
    public Optional<Boolean> consents(String channel) {
        return consents.stream()
                .filter(decision -> decision.channel().equals(channel))
                .reduce((earlier, later) -> later)
                .map(ConsentDecision::granted);
    }
}
