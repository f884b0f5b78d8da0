package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.AiplCondition;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.StandardAttribute;
import java.util.List;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/// Awareness, interest, purchase and loyalty, made of leaves that other questions ask too.
final class AiplStages {

    private final AiplCondition asked;
    private final Moment moment;
    private final Function<Leaf, RoaringBitmap> known;
    private final RoaringBitmap everyone;

    /// @param known the customers of the brand a leaf holds for
    AiplStages(AiplCondition asked, Moment moment, Function<Leaf, RoaringBitmap> known, RoaringBitmap everyone) {
        this.asked = asked;
        this.moment = moment;
        this.known = known;
        this.everyone = everyone;
    }

    RoaringBitmap members() {
        RoaringBitmap buyers = known.apply(new Leaf.Count(1, window()));
        RoaringBitmap loyal = loyal(buyers);
        RoaringBitmap interested = RoaringBitmap.andNot(interacted(), buyers);
        return RoaringBitmap.or(asked.stages().stream()
                .map(stage -> switch (stage) {
                    case LOYALTY -> loyal;
                    case PURCHASE -> RoaringBitmap.andNot(buyers, loyal);
                    case INTEREST -> interested;
                    case AWARENESS -> RoaringBitmap.andNot(RoaringBitmap.andNot(everyone, buyers), interested);
                })
                .toArray(RoaringBitmap[]::new));
    }

    private RoaringBitmap loyal(RoaringBitmap buyers) {
        RoaringBitmap loyal = RoaringBitmap.and(
                buyers,
                known.apply(
                        new Leaf.Compared(StandardAttribute.MEMBER_SINCE, Operator.EXISTS, List.of(), moment.zone())));
        loyal.and(known.apply(new Leaf.Happened(List.of(AiplCondition.REVIEW), window())));
        loyal.or(known.apply(new Leaf.Count(2, window())));
        return loyal;
    }

    private RoaringBitmap interacted() {
        Interval lately = asked.lately().at(moment.now(), moment.zone());
        return RoaringBitmap.or(
                known.apply(new Leaf.Happened(
                        AiplCondition.INTERACTIONS.stream().sorted().toList(), lately)),
                known.apply(new Leaf.Joined(lately)));
    }

    private Interval window() {
        return asked.window().at(moment.now(), moment.zone());
    }
}
