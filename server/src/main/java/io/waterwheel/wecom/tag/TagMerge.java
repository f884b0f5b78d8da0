package io.waterwheel.wecom.tag;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which side is right about one tag of one customer. Both sides are compared with what they last agreed on: a side
/// that still says so has not changed, and the other side's change is taken. When both have changed, the newer change
/// stands if WeCom told when its change happened; otherwise, and within the same second, the removal stands.
final class TagMerge {

    private TagMerge() {}

    /// Our side.
    ///
    /// @param changedAt when it last became anything, null when never
    record Ours(boolean present, @Nullable Instant changedAt) {}

    /// One guide's friendship with the customer.
    ///
    /// @param before   whether it carried the tag when both sides last agreed
    /// @param now      whether it carries it in WeCom now
    /// @param agreedAt when that was
    record Side(boolean before, boolean now, Instant agreedAt) {

        private boolean changed() {
            return before != now;
        }
    }

    /// What is to become of our side.
    sealed interface Decision {

        /// We are right: WeCom is to be told wherever it says otherwise.
        record Keep() implements Decision {}

        record Change(boolean added, Instant at) implements Decision {}
    }

    private static final Decision KEEP = new Decision.Keep();

    /// @param toldAt when WeCom says that something changed, in whole seconds; null when nobody told
    /// @param asOf   when WeCom was asked
    static Decision of(Ours ours, List<Side> sides, @Nullable Instant toldAt, Instant asOf) {
        List<Side> changed = sides.stream().filter(Side::changed).toList();
        if (changed.isEmpty()) {
            return KEEP;
        }
        // Taken off by one guide and put on by another since: they cannot both be right.
        boolean added = changed.stream().allMatch(Side::now);
        if (added == ours.present()) {
            return KEEP;
        }
        Instant at = at(added, changed, toldAt, asOf);
        if (at != null) {
            return ours.changedAt() != null && ours.changedAt().isAfter(at) ? KEEP : new Decision.Change(added, at);
        }
        boolean oursChanged = ours.changedAt() != null
                && changed.stream().anyMatch(side -> ours.changedAt().isAfter(side.agreedAt()));
        return oursChanged && added ? KEEP : new Decision.Change(added, asOf);
    }

    /// When the change happened, null when that is not known: a callback that is older than the last agreement tells
    /// of something else.
    private static @Nullable Instant at(boolean added, List<Side> changed, @Nullable Instant toldAt, Instant asOf) {
        if (toldAt == null) {
            return null;
        }
        Instant end = toldAt.plus(1, ChronoUnit.SECONDS).minusMillis(1);
        if (changed.stream().anyMatch(side -> side.agreedAt().isAfter(end))) {
            return null;
        }
        Instant at = added ? toldAt : end;
        return at.isAfter(asOf) ? asOf : at;
    }
}
