package io.waterwheel.wechat;

import org.jspecify.annotations.Nullable;

/// Somebody who opened a page inside WeChat.
///
/// @param openid  who they are to the account
/// @param unionid who they are to all accounts of one owner; null where it was not asked for, or the account
///                belongs to no such owner
public record WebVisitor(String openid, @Nullable String unionid) {

    /// Without the ids: this may end up in a log.
    @Override
    public String toString() {
        return "WebVisitor";
    }
}
