package io.waterwheel.segment.now;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.segment.CustomerQuestions;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.InvalidDefinition;
import io.waterwheel.segment.language.Names;
import io.waterwheel.segment.saved.References;
import io.waterwheel.segment.size.SegmentSizes;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Conditions that stand in other modules' definitions.
@Component
class AskedConditions implements CustomerQuestions {

    private final CustomerNow now;
    private final SegmentEngine engine;
    private final References references;
    private final SegmentSizes sizes;

    AskedConditions(CustomerNow now, SegmentEngine engine, References references, SegmentSizes sizes) {
        this.now = now;
        this.engine = engine;
        this.references = references;
        this.sizes = sizes;
    }

    @Override
    public boolean meets(Brand brand, CustomerNo customer, Condition condition) {
        return now.meets(brand, customer, condition);
    }

    @Override
    public RoaringBitmap members(Brand brand, Condition condition) {
        return engine.members(brand, condition).customers();
    }

    @Override
    public List<InvalidDefinition.Place> missing(Brand brand, Condition condition, String pointer) {
        try {
            references.check(brand, condition, null);
            return List.of();
        } catch (InvalidDefinition e) {
            return e.places().stream()
                    .map(place -> new InvalidDefinition.Place(
                            pointer + place.pointer().substring(References.POINTER.length()),
                            place.fault(),
                            place.detail()))
                    .toList();
        }
    }

    @Override
    public Referred referred(Condition condition) {
        return new Referred(References.segments(condition), References.tags(condition), References.lists(condition));
    }

    @Override
    public Names names(Brand brand) {
        return references.names(brand);
    }

    @Override
    public void listen(Brand brand, SegmentId segment) {
        if (!sizes.of(brand, segment).feed()) {
            sizes.listen(brand, segment, true);
        }
    }
}
