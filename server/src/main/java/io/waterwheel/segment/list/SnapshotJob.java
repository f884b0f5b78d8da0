package io.waterwheel.segment.list;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.generated.tables.records.CustomerListRecord;
import java.util.Objects;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Takes down who is in a segment: everything acknowledged before it was asked for is in.
@Component
class SnapshotJob implements JobHandler {

    static final String KIND = "customer-list-snapshot";

    private final Brands brands;
    private final ListRows rows;
    private final SegmentEngine engine;
    private final Customers customers;

    SnapshotJob(Brands brands, ListRows rows, SegmentEngine engine, Customers customers) {
        this.brands = brands;
        this.rows = rows;
        this.engine = engine;
        this.customers = customers;
    }

    record Params(ListId list) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        ListId list = run.params(Params.class).list();
        Optional<CustomerListRecord> row = rows.find(brand, list);
        if (row.isEmpty() || row.get().getReadyAt() != null) {
            return;
        }
        // Before the question: whoever merges while it is answered is looked up again when the list is read.
        long mark = customers.identityMark();
        RoaringBitmap members =
                engine.members(brand, rows.definition(row.get())).customers();
        rows.ready(list, members, new ListRows.Followed(mark, members), null);
        run.progress(members.getLongCardinality(), members.getLongCardinality(), null);
    }
}
