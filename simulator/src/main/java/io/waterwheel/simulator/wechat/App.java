package io.waterwheel.simulator.wechat;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An official account or a mini-program.
///
/// @param kind official_account or mini_program
/// @param templates ids of its message templates
/// @param callback where it pushes, or null when nobody listens
public record App(
        String appId,
        String secret,
        String kind,
        List<String> templates,
        @Nullable String callback,
        @Nullable String token,
        @Nullable String encodingAesKey) {
    public App {
        templates = List.copyOf(requireNonNullElse(templates, List.of()));
    }

    boolean isMiniProgram() {
        return kind.equals("mini_program");
    }
}
