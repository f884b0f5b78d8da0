package io.waterwheel.touch.policy;

import java.util.EnumMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// What the gate says of many customers at once.
///
/// @param allowed    may be written to
/// @param suppressed everyone else, each under the first reason that applies
public record Verdict(RoaringBitmap allowed, Map<Suppressed, RoaringBitmap> suppressed) {

    static Verdict begin(RoaringBitmap customers) {
        return new Verdict(customers.clone(), new EnumMap<>(Suppressed.class));
    }

    /// Moves those who are still allowed and not in `kept` under a reason.
    void keepOnly(RoaringBitmap kept, Suppressed reason) {
        RoaringBitmap out = RoaringBitmap.andNot(allowed, kept);
        if (!out.isEmpty()) {
            suppressed.put(reason, out);
            allowed.andNot(out);
        }
    }

    /// Moves one who is still allowed under a reason that only the text itself could show.
    public void suppress(int customer, Suppressed reason) {
        if (allowed.checkedRemove(customer)) {
            suppressed.computeIfAbsent(reason, r -> new RoaringBitmap()).add(customer);
        }
    }
}
