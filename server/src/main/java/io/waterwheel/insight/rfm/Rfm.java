package io.waterwheel.insight.rfm;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.data.Answers;
import io.waterwheel.insight.data.Days;
import io.waterwheel.insight.rfm.RfmGrid.RfmCell;
import io.waterwheel.insight.rfm.RfmGrid.RfmGroup;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.segment.scoring.RfmScores;
import io.waterwheel.segment.scoring.SalesYear;
import io.waterwheel.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// Recency, frequency and monetary of the buyers of the last twelve months.
@Component
public class Rfm {

    private final Warehouse warehouse;
    private final InstantSource clock;
    private final Answers<RfmGrid> grids;

    Rfm(Warehouse warehouse, InstantSource clock) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.grids = new Answers<>(warehouse);
    }

    /// Buyers who share r, f and group.
    private record Pile(int r, int f, BuyerGroup group, long customers, long sales) {}

    public RfmGrid grid(Brand brand) {
        return grids.of(brand, context -> {
            Days days = days(context, brand);
            Table<?> scored = RfmScores.among(brand.id(), new SalesYear(days.from(), days.to()), null);
            List<Pile> piles = piles(context, scored);
            CutPoints cuts = CutPoints.of(context, scored);
            List<RfmGroup> groups = Arrays.stream(BuyerGroup.values())
                    .map(group -> group(group, piles, cuts, days))
                    .toList();
            return new RfmGrid(warehouse.dataAt(), days.from(), days.to(), cells(piles), groups);
        });
    }

    /// Where one customer stands; empty without an order in the window.
    public Optional<CustomerRfm> of(Brand brand, CustomerNo customer) {
        return warehouse.read(context -> {
            Days days = days(context, brand);
            return context.select(
                            RfmScores.LAST_DAY,
                            RfmScores.FREQUENCY,
                            RfmScores.MONETARY,
                            RfmScores.R,
                            RfmScores.F,
                            RfmScores.M)
                    .from(RfmScores.among(brand.id(), new SalesYear(days.from(), days.to()), null))
                    .where(RfmScores.CUSTOMER.eq(inline(customer.value())))
                    .fetchOptional(row -> place(row, days));
        });
    }

    private static CustomerRfm place(Record row, Days days) {
        LocalDate last = row.get(RfmScores.LAST_DAY);
        int r = row.get(RfmScores.R);
        int f = row.get(RfmScores.F);
        int m = row.get(RfmScores.M);
        return new CustomerRfm(
                Math.toIntExact(ChronoUnit.DAYS.between(last, days.to())),
                row.get(RfmScores.FREQUENCY),
                row.get(RfmScores.MONETARY).longValueExact(),
                r,
                f,
                m,
                BuyerGroup.of(r, f, m));
    }

    private Days days(DSLContext context, Brand brand) {
        return Days.year(context, brand, brand.dayOf(clock.instant()));
    }

    private static List<Pile> piles(DSLContext context, Table<?> scored) {
        return context.select(RfmScores.R, RfmScores.F, RfmScores.M, count(), sum(RfmScores.MONETARY))
                .from(scored)
                .groupBy(RfmScores.R, RfmScores.F, RfmScores.M)
                .fetch(row -> new Pile(
                        row.value1(),
                        row.value2(),
                        BuyerGroup.of(row.value1(), row.value2(), row.value3()),
                        row.value4(),
                        whole(row.value5())));
    }

    private static List<RfmCell> cells(List<Pile> piles) {
        List<RfmCell> cells = new ArrayList<>();
        for (int r = 1; r <= 5; r++) {
            for (int f = 1; f <= 5; f++) {
                int recency = r;
                int frequency = f;
                List<Pile> inside = piles.stream()
                        .filter(pile -> pile.r == recency && pile.f == frequency)
                        .toList();
                cells.add(new RfmCell(r, f, customers(inside), sales(inside)));
            }
        }
        return cells;
    }

    private static RfmGroup group(BuyerGroup group, List<Pile> piles, CutPoints cuts, Days days) {
        List<Pile> inside = piles.stream().filter(pile -> pile.group == group).toList();
        return new RfmGroup(
                group,
                group.title(),
                group.definition(),
                customers(inside),
                sales(inside),
                cuts.segment(group, days).orElse(null));
    }

    private static long customers(List<Pile> piles) {
        return piles.stream().mapToLong(Pile::customers).sum();
    }

    private static long sales(List<Pile> piles) {
        return piles.stream().mapToLong(Pile::sales).sum();
    }

    private static long whole(BigDecimal sum) {
        return sum.longValueExact();
    }
}
