package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.loyalty.coupon.code.CouponPasses;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Which coupon somebody shows, and whether they show it now.
@Component
class CodeReading {

    private final CouponCodes codes;
    private final CouponPasses passes;

    CodeReading(CouponCodes codes, CouponPasses passes) {
        this.codes = codes;
        this.passes = passes;
    }

    /// @param over   those of a pass whose minute is over: good for what it was scanned for, and for nothing else
    /// @param offers of passes: how often the coupon had been offered to somebody else when it was shown
    record Shown(Set<Long> coupons, Set<Long> over, Map<Long, Integer> offers) {

        private void add(CouponPasses.Shown pass) {
            coupons.add(pass.coupon());
            offers.put(pass.coupon(), pass.offers());
        }

        /// Whether its pass was shown before it was offered to somebody else.
        boolean before(CouponRecord coupon) {
            return !offers.getOrDefault(coupon.getId(), coupon.getOffers()).equals(coupon.getOffers());
        }
    }

    /// @param texts typed codes or scanned passes, 1 to 5
    /// @throws Problem `invalid`, `coupon-code-mistyped`, `coupon-code-forged`
    Shown coupons(List<String> texts) {
        if (texts.isEmpty() || texts.size() > 5) {
            throw new Problem(KernelProblem.INVALID).outside("/codes", "length", 1, 5);
        }
        Shown shown = new Shown(new LinkedHashSet<>(), new HashSet<>(), new HashMap<>());
        texts.forEach(text -> read(text.strip(), shown));
        return shown;
    }

    private void read(String shown, Shown all) {
        if (CouponPasses.looksLike(shown)) {
            switch (passes.read(shown)) {
                case CouponPasses.Reading.Genuine(CouponPasses.Shown pass) -> all.add(pass);
                case CouponPasses.Reading.Old(CouponPasses.Shown pass) -> {
                    all.add(pass);
                    all.over.add(pass.coupon());
                }
                case CouponPasses.Reading.Forged() -> throw new Problem(CouponProblem.COUPON_CODE_FORGED);
            }
            return;
        }
        switch (codes.read(shown)) {
            case CouponCodes.Reading.Genuine(long coupon) -> all.coupons.add(coupon);
            case CouponCodes.Reading.Mistyped() -> throw new Problem(CouponProblem.COUPON_CODE_MISTYPED);
            case CouponCodes.Reading.Forged() -> throw new Problem(CouponProblem.COUPON_CODE_FORGED);
        }
    }
}
