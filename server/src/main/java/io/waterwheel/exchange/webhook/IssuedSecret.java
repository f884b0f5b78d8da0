package io.waterwheel.exchange.webhook;

/// A webhook with the secret it is signed with, which is shown this once.
public record IssuedSecret(Webhook webhook, String secret) {}
