package io.waterwheel.kernel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much of the heap may be taken by what came in and is not yet written. Beyond it senders are told to come back:
/// a server that says so stays up, one that runs out of memory forgets what it was told.
///
/// @param waiting for events that wait for the log's writer
/// @param bodies  for requests of the collector that are being read and judged
@ConfigurationProperties("waterwheel.memory")
public record MemoryShares(
        @DefaultValue("0.1") double waiting,
        @DefaultValue("0.1") double bodies) {

    public MemoryShares {
        if (!(waiting > 0 && waiting <= 0.5 && bodies > 0 && bodies <= 0.5)) {
            throw new IllegalArgumentException("waterwheel.memory.* are shares of the heap above 0, at most 0.5");
        }
    }

    public long waitingBytes() {
        return (long) (waiting * Runtime.getRuntime().maxMemory());
    }

    public long bodyBytes() {
        return (long) (bodies * Runtime.getRuntime().maxMemory());
    }
}
