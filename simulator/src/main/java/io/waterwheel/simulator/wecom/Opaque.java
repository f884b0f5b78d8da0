package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.world.Draws;
import java.util.Locale;

/// Ids that look like WeCom's: long, opaque, and the same again in the same world.
final class Opaque {
    private Opaque() {}

    static String id(long seed, String kind, long sequence) {
        long high = Draws.hash(seed, kind, Long.toString(sequence), "high");
        long low = Draws.hash(seed, kind, Long.toString(sequence), "low");
        return (Long.toUnsignedString(high, 36) + Long.toUnsignedString(low, 36)).toUpperCase(Locale.ROOT);
    }
}
