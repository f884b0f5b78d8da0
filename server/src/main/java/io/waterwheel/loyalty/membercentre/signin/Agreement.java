package io.waterwheel.loyalty.membercentre.signin;

import org.jspecify.annotations.Nullable;

/// What somebody agreed to before they signed in.
///
/// @param terms     to the terms of membership, which nobody becomes a member without
/// @param marketing to hear of offers, which is a consent of its own
/// @param invite    the code of who invited them
public record Agreement(
        boolean terms, boolean marketing, @Nullable String invite) {}
