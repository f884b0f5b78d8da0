package io.waterwheel.intake;

/// A new source with its write key, which is shown this once and cannot be read again.
public record IssuedWriteKey(Source source, String writeKey) {}
