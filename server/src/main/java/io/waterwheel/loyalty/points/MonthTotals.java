package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.MONTH_TOTAL;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// What each account of a brand had more or less in a month of the brand's.
@Component
class MonthTotals {

    private final Brands brands;

    MonthTotals(Brands brands) {
        this.brands = brands;
    }

    LocalDate month(BrandId brand, Instant now) {
        return brands.get(brand).monthOf(now);
    }

    void add(DSLContext transaction, List<Entry> made, Instant now) {
        Map<BrandId, Map<Side, Sum>> sums = new HashMap<>();
        for (Entry entry : made) {
            Map<Side, Sum> ofBrand = sums.computeIfAbsent(entry.account().brand(), _ -> new EnumMap<>(Side.class));
            boolean back = entry.kind().reverses();
            entry.postings()
                    .forEach(posting -> ofBrand.merge(
                            posting.side(), new Sum(posting.amount(), back ? posting.amount() : 0), Sum::plus));
        }
        RowSet rows = new RowSet(
                MONTH_TOTAL.BRAND_ID, MONTH_TOTAL.MONTH, MONTH_TOTAL.ACCOUNT, MONTH_TOTAL.AMOUNT, MONTH_TOTAL.BACK);
        sums.forEach((brand, ofBrand) -> {
            LocalDate month = month(brand, now);
            ofBrand.forEach((side, sum) -> rows.row(brand.value(), month, side.code(), sum.amount, sum.back));
        });
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(MONTH_TOTAL, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflict(MONTH_TOTAL.BRAND_ID, MONTH_TOTAL.MONTH, MONTH_TOTAL.ACCOUNT)
                .doUpdate()
                .set(MONTH_TOTAL.AMOUNT, MONTH_TOTAL.AMOUNT.plus(DSL.excluded(MONTH_TOTAL.AMOUNT)))
                .set(MONTH_TOTAL.BACK, MONTH_TOTAL.BACK.plus(DSL.excluded(MONTH_TOTAL.BACK)))
                .execute();
    }

    /// @param back what of it takes earlier bookings back
    private record Sum(long amount, long back) {

        Sum plus(Sum other) {
            return new Sum(amount + other.amount, back + other.back);
        }
    }
}
