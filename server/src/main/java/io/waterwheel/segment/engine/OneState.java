package io.waterwheel.segment.engine;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.Canonical;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.CustomAttribute;
import io.waterwheel.segment.language.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.roaringbitmap.RoaringBitmap;

/// One consistent state of the warehouse at one moment, of which several questions are asked: their answers fit
/// together to the last customer. Only good within [SegmentEngine#onOneState].
public final class OneState {

    private final DSLContext context;
    private final Brand brand;
    private final Moment moment;
    private final DataState data;
    private final Algebra algebra;
    private final Consumer<Condition> prepared;

    /// @param prepared answers what a canonical definition will ask the algebra for, all of it at once
    OneState(
            DSLContext context,
            Brand brand,
            Moment moment,
            DataState data,
            Algebra algebra,
            Consumer<Condition> prepared) {
        this.context = context;
        this.brand = brand;
        this.moment = moment;
        this.data = data;
        this.algebra = algebra;
        this.prepared = prepared;
    }

    /// Who meets a definition; the caller's own copy.
    public RoaringBitmap members(Condition definition) {
        Condition canonical = Canonical.of(definition);
        prepared.accept(canonical);
        return algebra.members(canonical).clone();
    }

    /// Everybody the brand knows; the caller's own copy.
    public RoaringBitmap everyone() {
        return algebra.everyone().clone();
    }

    /// How new the data is that the answers rest on.
    public Instant dataAt() {
        return data.dataAt();
    }

    /// The attributes the brand's own systems send, those of the most customers first. Costs a scan of them.
    public List<CustomAttribute> customAttributes(int most) {
        return new DimensionValues(context, brand).customAttributes(most);
    }

    /// Parts that an attribute's values fall into; empty when it has too many different values to be told in parts.
    /// Costs a scan of the attribute.
    public Optional<Dimension> dimension(Attribute attribute) {
        return Dimensions.of(attribute, new DimensionValues(context, brand), brand.zone());
    }

    /// How many customers of each set are in each part of each dimension, in one scan of all.
    public Cells cells(List<Dimension> dimensions, List<RoaringBitmap> sets) {
        return CellScan.count(context, brand, dimensions, sets);
    }

    /// What the customers of each set bought in a window. Costs a scan of the orders and refunds in it.
    public List<OrderTotals> orders(Window window, List<RoaringBitmap> sets) {
        return new PurchaseScan(context, brand).totals(window.at(moment.now(), moment.zone()), sets);
    }
}
