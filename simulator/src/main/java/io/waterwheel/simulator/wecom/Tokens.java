package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.town.Town;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The access token of the world's secret (WeCom doc path/91039): the same one is handed out while it is valid, for
/// two hours. Tokens are not kept over a restart: the client then meets 40014 and fetches another, as it must be
/// able to.
public final class Tokens {
    static final Duration LIFE = Duration.ofHours(2);

    private record Token(String text, String corpId, String secret, Instant until) {}

    private final Town town;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> expired = new HashSet<>();
    private @Nullable Token current;

    public Tokens(Town town, InstantSource clock) {
        this.town = town;
        this.clock = clock;
    }

    Map<String, Object> issue(Call call) {
        var world = town.world();
        if (world.corpId().isEmpty() || !call.query("corpid").equals(world.corpId())) {
            throw new Refused(40013, ErrorText.of(40013));
        }
        if (!call.query("corpsecret").equals(world.secret())) {
            throw new Refused(40001, ErrorText.of(40001));
        }
        var now = clock.instant();
        var token = current;
        if (token == null || !isOfThisWorld(token) || !token.until().isAfter(now)) {
            expire();
            var bytes = new byte[48];
            random.nextBytes(bytes);
            token = new Token(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                    world.corpId(),
                    world.secret(),
                    now.plus(LIFE));
            current = token;
        }
        return Map.of(
                "access_token",
                token.text(),
                "expires_in",
                Duration.between(now, token.until()).toSeconds());
    }

    void check(String text) {
        if (text.isEmpty()) {
            throw new Refused(41001, ErrorText.of(41001));
        }
        var token = current;
        if (token != null && token.text().equals(text) && isOfThisWorld(token)) {
            if (token.until().isAfter(clock.instant())) {
                return;
            }
            throw new Refused(42001, ErrorText.of(42001));
        }
        int code = expired.contains(text) ? 42001 : 40014;
        throw new Refused(code, ErrorText.of(code));
    }

    /// Ends the current token's life, as if two hours had passed.
    public void expire() {
        if (current != null) {
            expired.add(current.text());
            current = null;
        }
    }

    private boolean isOfThisWorld(Token token) {
        return token.corpId().equals(town.world().corpId())
                && token.secret().equals(town.world().secret());
    }
}
