package io.waterwheel.simulator.world;

/// Draws that a seed decides: the same world with the same messages behaves the same way again, whatever the order
/// in which things happen.
public final class Draws {
    private Draws() {}

    /// A 64-bit hash of the seed and the parts (FNV-1a, finished as in MurmurHash3 so that every bit is good).
    public static long hash(long seed, String... parts) {
        long hash = mixed(seed ^ 0xcbf29ce484222325L);
        for (var part : parts) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
            hash = mixed(hash ^ part.length());
        }
        return hash;
    }

    /// A number in [0, 1), uniform over the parts.
    public static double uniform(long seed, String... parts) {
        return (hash(seed, parts) >>> 11) * 0x1.0p-53;
    }

    /// A standard normal number (Box and Muller, 1958).
    public static double normal(long seed, String a, String b) {
        double radius = Math.sqrt(-2 * Math.log(1 - uniform(seed, a, b, "radius")));
        return radius * Math.cos(2 * Math.PI * uniform(seed, a, b, "angle"));
    }

    private static long mixed(long value) {
        long a = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        long b = (a ^ (a >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return b ^ (b >>> 33);
    }
}
