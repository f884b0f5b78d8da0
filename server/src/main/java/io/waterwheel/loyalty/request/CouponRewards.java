package io.waterwheel.loyalty.request;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponGrant;
import io.waterwheel.loyalty.CouponGranted;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.generated.tables.records.RewardRequestRecord;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives coupons that were asked for, those of one template at a time.
@Component
class CouponRewards {

    private final Coupons coupons;
    private final Brands brands;

    CouponRewards(Coupons coupons, Brands brands) {
        this.coupons = coupons;
        this.brands = brands;
    }

    private record Kind(short brand, long template) {}

    /// In the caller's transaction. Templates are always taken in the same order, so that nobody waits in a
    /// circle.
    ///
    /// @return why not, or null
    Map<RewardRequestRecord, @Nullable String> give(List<RewardRequestRecord> asked) {
        Map<Kind, List<RewardRequestRecord>> kinds = asked.stream()
                .collect(Collectors.groupingBy(
                        row -> new Kind(row.getBrandId(), row.getTemplateId()),
                        () -> new TreeMap<>(Comparator.comparing(Kind::template)),
                        Collectors.toList()));
        Map<RewardRequestRecord, @Nullable String> settled = new LinkedHashMap<>();
        kinds.forEach((kind, rows) -> give(kind, rows, settled));
        return settled;
    }

    private void give(Kind kind, List<RewardRequestRecord> rows, Map<RewardRequestRecord, @Nullable String> settled) {
        try {
            List<CouponGranted> granted = coupons.issue(
                    brands.get(new BrandId(kind.brand)),
                    new CouponTemplateId(kind.template),
                    rows.stream()
                            .map(row -> new CouponGrant(
                                    row.getKey(),
                                    new CustomerNo(row.getCustomerNo()),
                                    row.getKey().substring(0, row.getKey().indexOf('/'))))
                            .toList());
            for (int i = 0; i < rows.size(); i++) {
                settled.put(rows.get(i), granted.get(i).refusal());
            }
        } catch (Problem gone) {
            if (gone.type() != KernelProblem.NOT_FOUND) {
                throw gone;
            }
            rows.forEach(row -> settled.put(row, "not-active"));
        }
    }
}
