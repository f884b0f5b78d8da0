package io.waterwheel.simulator.fault;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// A fault to inject.
///
/// @param path what it befalls: a path, the end of one (`add_msg_template`), `*` for every call, or `smtp`
/// @param errcode what kind `errcode` answers, e.g. 45009; for `smtp`, the reply code, e.g. 451
/// @param share of the calls that meet it, by default all; of kind `fail-list`, the share of the batch that is
///              refused,
///     by default half
/// @param millis of kind `slow`, how long it takes; of the others, how long the fault lasts from now, by default for
/// ever
///     (so a 45009 has a recovery time)
/// @param times how many calls meet it before it is gone, by default any number
public record Fault(
        String path,
        Kind kind,
        int errcode,
        @Nullable Double share,
        @Nullable Long millis,
        @Nullable Integer times) {

    /// What goes wrong.
    public enum Kind {
        @JsonProperty("errcode")
        ERRCODE,
        @JsonProperty("slow")
        SLOW,
        /// The connection closes and nothing was done.
        @JsonProperty("drop-before")
        DROP_BEFORE,
        /// The work is done, but the connection closes before the answer.
        @JsonProperty("drop-after-work")
        DROP_AFTER_WORK,
        /// Part of the batch comes back as refused.
        @JsonProperty("fail-list")
        FAIL_LIST
    }

    public Fault {
        path = requireNonNullElse(path, "*");
        if (kind == null) {
            throw new IllegalArgumentException("a fault needs a kind");
        }
        if (kind == Kind.ERRCODE && errcode == 0) {
            throw new IllegalArgumentException("kind errcode needs an errcode");
        }
    }

    /// The share with its default.
    public double shareOrDefault() {
        return share != null ? share : kind == Kind.FAIL_LIST ? 0.5 : 1.0;
    }

    boolean befalls(String calledPath) {
        return path.equals("*") ? !calledPath.equals("smtp") : calledPath.endsWith(path);
    }

    /// Waits as long as kind `slow` takes. Called where nobody else has to wait.
    public void delay() {
        if (kind == Kind.SLOW && millis != null) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
