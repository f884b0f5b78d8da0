package io.waterwheel.wecom.web;

import io.waterwheel.kernel.web.ProblemBody;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a brand stands with WeCom.
///
/// @param friends people, not friendships
/// @param problem what a person has to mend, null while calls work
/// @param callbackAt when WeCom last called back with a right signature
/// @param callbackRefusal why a later callback was refused, null when none was
public record WecomStatus(
        boolean configured,
        @Nullable String corpId,
        @Nullable String agentId,
        @Nullable String baseUrl,
        @Nullable String authorizeUrl,
        @Nullable Instant lastSyncAt,
        int guides,
        int friends,
        int stores,
        @Nullable ProblemBody problem,
        @Nullable Instant callbackAt,
        @Nullable Refusal callbackRefusal) {

    /// A callback that was not accepted.
    @io.swagger.v3.oas.annotations.media.Schema(name = "CallbackRefusal")
    public record Refusal(Instant at, ProblemBody problem) {}
}
