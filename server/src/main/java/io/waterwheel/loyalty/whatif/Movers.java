package io.waterwheel.loyalty.whatif;

import java.util.function.Consumer;
import org.roaringbitmap.RoaringBitmap;

/// Who stands where under both programmes in the end.
final class Movers {

    private final int today;
    private final int draft;
    private final RoaringBitmap[] sets;

    /// @param today how many tiers the one has
    /// @param draft how many the other
    Movers(int today, int draft) {
        this.today = today;
        this.draft = draft;
        this.sets = new RoaringBitmap[(today + 1) * (draft + 1)];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = new RoaringBitmap();
        }
    }

    /// @param from the place of the tier under today's programme, -1 for none
    /// @param to   under the draft
    record Move(int from, int to, RoaringBitmap customers) {}

    void add(int customer, int from, int to) {
        sets[(from + 1) * (draft + 1) + to + 1].add(customer);
    }

    void add(Movers other) {
        for (int i = 0; i < sets.length; i++) {
            sets[i].or(other.sets[i]);
        }
    }

    void each(Consumer<Move> told) {
        for (int from = -1; from < today; from++) {
            for (int to = -1; to < draft; to++) {
                RoaringBitmap set = sets[(from + 1) * (draft + 1) + to + 1];
                if (!set.isEmpty()) {
                    told.accept(new Move(from, to, set));
                }
            }
        }
    }
}
