package io.waterwheel.touch.policy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/// What the gate says of many customers at once.
///
/// @param allowed    may be written to now
/// @param suppressed may not, each under the first reason that applies
/// @param held       may be asked about again when their quiet hours end
public record Verdict(RoaringBitmap allowed, Map<Suppressed, RoaringBitmap> suppressed, Map<Integer, Instant> held) {

    static Verdict begin(RoaringBitmap customers) {
        return new Verdict(customers.clone(), new EnumMap<>(Suppressed.class), new TreeMap<>());
    }

    /// Moves those who are still allowed and not in `kept` under a reason.
    void keepOnly(RoaringBitmap kept, Suppressed reason) {
        leaveOut(RoaringBitmap.andNot(allowed, kept), reason);
    }

    /// Moves those of `customers` who are still allowed under a reason.
    void leaveOut(RoaringBitmap customers, Suppressed reason) {
        RoaringBitmap out = RoaringBitmap.and(allowed, customers);
        if (!out.isEmpty()) {
            suppressed.computeIfAbsent(reason, r -> new RoaringBitmap()).or(out);
            allowed.andNot(out);
        }
    }

    void hold(int customer, Instant until) {
        if (allowed.checkedRemove(customer)) {
            held.put(customer, until);
        }
    }

    /// Moves one who is still allowed under a reason that only the text itself could show.
    public void suppress(int customer, Suppressed reason) {
        if (allowed.checkedRemove(customer)) {
            suppressed.computeIfAbsent(reason, r -> new RoaringBitmap()).add(customer);
        }
    }
}
