package io.waterwheel.wecom.web;

import io.waterwheel.kernel.web.ProblemBody;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a brand stands with WeCom.
///
/// @param friends people, not friendships
/// @param problem what a person has to mend, null while calls work
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
        @Nullable ProblemBody problem) {}
