package io.waterwheel.loyalty.whatif;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.ProgrammeProblem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.Segments;
import io.waterwheel.warehouse.Warehouse;
import java.util.List;
import java.util.function.BiFunction;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Answers what would have been. Every purchase of every member goes through the rules that production has,
/// once for each of the two programmes.
///
/// Cost: one sorted pass of the database over the orders of the months that are looked at, and some
/// microseconds for each order. Memory: some blocks of rows, and a bit for each member.
@Component
public class WhatIfReplays {

    private final Warehouse warehouse;
    private final BiFunction<Brand, String, RoaringBitmap> audiences;
    private final LentTierSource lent;

    @Autowired
    WhatIfReplays(Warehouse warehouse, Segments segments, LentTierSource lent) {
        this(warehouse, (brand, segment) -> members(segments, brand, segment), lent);
    }

    private WhatIfReplays(
            Warehouse warehouse, BiFunction<Brand, String, RoaringBitmap> audiences, LentTierSource lent) {
        this.warehouse = warehouse;
        this.audiences = audiences;
        this.lent = lent;
    }

    /// Without the rest of the product: nobody is in a segment, and no tier was given or paid for.
    public static WhatIfReplays standalone(Warehouse warehouse) {
        return new WhatIfReplays(warehouse, (_, _) -> new RoaringBitmap(), LentTierSource.NONE);
    }

    /// Told how it goes; may throw to end it.
    public interface Progress {

        Progress SILENT = (_, _) -> {};

        void passed(long members, long of);
    }

    /// Whether there is anything to be replayed.
    ///
    /// @throws Problem `what-if-no-history`
    public void check(WhatIfWindow window) {
        boolean any = warehouse.read(context -> new PastSweep(context, window, List.of(), List.of()).any());
        if (!any) {
            throw new Problem(ProgrammeProblem.WHAT_IF_NO_HISTORY);
        }
    }

    public WhatIfAnswer answer(WhatIfQuestion question, Progress progress) {
        return replay(question, progress).answer();
    }

    Replay.Replayed replay(WhatIfQuestion question, Progress progress) {
        Brand brand = question.window().brand();
        Replay replay = new Replay(question, segment -> audiences.apply(brand, segment), lent, progress);
        return warehouse.read(replay::run);
    }

    /// Nobody is in a segment that was deleted.
    private static RoaringBitmap members(Segments segments, Brand brand, String segment) {
        try {
            return segments.members(brand, SegmentId.of(segment));
        } catch (Problem gone) {
            return new RoaringBitmap();
        }
    }
}
