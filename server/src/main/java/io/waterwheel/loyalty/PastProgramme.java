package io.waterwheel.loyalty;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a brand's programme was before it was kept here, booked as of when it was.
public interface PastProgramme {

    /// Books days in their order, each as of its end, with what expires on the way; all of it or nothing. Only
    /// for a brand that has no bookings yet; one that has is left as it is. The ledger waits meanwhile: some
    /// seconds for a hundred thousand.
    ///
    /// @param days the earliest first
    void points(Brand brand, List<PastDay> days);

    /// Judges members as if the programme that counts now had counted for some time: what became of their tiers is
    /// told as of when it was, once. Some members at a time, some milliseconds for each.
    ///
    /// @param since what they had reached by then is no news
    /// @param after how far the call before came; null for the first
    /// @return null when all are judged
    @Nullable
    CustomerNo tiers(Brand brand, Instant since, @Nullable CustomerNo after);

    /// Keeps coupons of one template as they were issued and redeemed. Those whose key is known are left out.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    void coupons(Brand brand, CouponTemplateId template, List<PastCoupon> coupons);
}
