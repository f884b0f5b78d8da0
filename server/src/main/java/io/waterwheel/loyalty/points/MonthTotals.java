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
        return brands.get(brand).dayOf(now).withDayOfMonth(1);
    }

    void add(DSLContext transaction, List<Entry> made, Instant now) {
        Map<BrandId, Map<Side, Long>> sums = new HashMap<>();
        for (Entry entry : made) {
            Map<Side, Long> ofBrand = sums.computeIfAbsent(entry.account().brand(), _ -> new EnumMap<>(Side.class));
            entry.postings().forEach(posting -> ofBrand.merge(posting.side(), posting.amount(), Long::sum));
        }
        RowSet rows = new RowSet(MONTH_TOTAL.BRAND_ID, MONTH_TOTAL.MONTH, MONTH_TOTAL.ACCOUNT, MONTH_TOTAL.AMOUNT);
        sums.forEach((brand, ofBrand) -> {
            LocalDate month = month(brand, now);
            ofBrand.forEach((side, amount) -> rows.row(brand.value(), month, side.code(), amount));
        });
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(
                        MONTH_TOTAL, MONTH_TOTAL.BRAND_ID, MONTH_TOTAL.MONTH, MONTH_TOTAL.ACCOUNT, MONTH_TOTAL.AMOUNT)
                .select(DSL.select(
                                given.field(MONTH_TOTAL.BRAND_ID),
                                given.field(MONTH_TOTAL.MONTH),
                                given.field(MONTH_TOTAL.ACCOUNT),
                                given.field(MONTH_TOTAL.AMOUNT))
                        .from(given.table()))
                .onConflict(MONTH_TOTAL.BRAND_ID, MONTH_TOTAL.MONTH, MONTH_TOTAL.ACCOUNT)
                .doUpdate()
                .set(MONTH_TOTAL.AMOUNT, MONTH_TOTAL.AMOUNT.plus(DSL.excluded(MONTH_TOTAL.AMOUNT)))
                .execute();
    }
}
