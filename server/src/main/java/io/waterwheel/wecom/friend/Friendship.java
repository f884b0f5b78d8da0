package io.waterwheel.wecom.friend;

import java.time.Instant;
import java.util.Objects;
import me.chanjar.weixin.cp.bean.external.contact.ExternalContact;
import me.chanjar.weixin.cp.bean.external.contact.FollowedUser;
import org.jspecify.annotations.Nullable;

/// A guide and a customer who are friends, as WeCom tells it.
///
/// @param addWay how they met, WeCom's number (doc path/92114)
/// @param state  the contact way's own mark
public record Friendship(
        String externalUserid,
        @Nullable String unionid,
        @Nullable String name,
        String userid,
        int addWay,
        @Nullable String state,
        Instant createdAt) {

    public static Friendship of(ExternalContact contact, FollowedUser follow) {
        return new Friendship(
                contact.getExternalUserId(),
                blankToNull(contact.getUnionId()),
                blankToNull(contact.getName()),
                follow.getUserId(),
                number(follow.getAddWay()),
                blankToNull(follow.getState()),
                Instant.ofEpochSecond(Objects.requireNonNullElse(follow.getCreateTime(), 0L)));
    }

    long contactHash() {
        return 31L * Objects.hashCode(unionid) + Objects.hashCode(name);
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
