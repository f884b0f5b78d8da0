package io.waterwheel.loyalty.membercentre.signin;

import org.jspecify.annotations.Nullable;

/// What somebody agreed to before they signed in.
///
/// @param terms     the version of the terms of membership they agreed to, without which nobody becomes a
///                  member; null for none
/// @param marketing to hear of offers, which is a consent of its own
/// @param invite    the code of who invited them
public record Agreement(
        @Nullable String terms, boolean marketing, @Nullable String invite) {

    public boolean agreed() {
        return terms != null;
    }
}
