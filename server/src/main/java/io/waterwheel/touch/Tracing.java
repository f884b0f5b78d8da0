package io.waterwheel.touch;

/// How one finds out at a channel what became of a call whose answer never came.
public enum Tracing {
    /// Nobody can say.
    NEVER,
    /// By the short link in the text.
    BY_LINK,
    /// By the call's own key.
    BY_KEY
}
