package io.waterwheel.loyalty.coupon.issue;

import io.waterwheel.kernel.Text;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whether a coupon may be handed on.
@Component
class HandOnRule {

    private static final String ON_PAPER = "code";

    private final KnownTemplates templates;

    HandOnRule(KnownTemplates templates) {
        this.templates = templates;
    }

    /// Why not.
    Optional<Text> refusal(CouponRecord coupon, Instant now) {
        if (!templates.get(coupon.getTemplateId()).terms().handOn()) {
            return Optional.of(new Text("券面规则不允许转赠", "its terms forbid it"));
        }
        if (coupon.getHandedOn()) {
            return Optional.of(new Text("转赠过的券不能再转赠", "it was handed on before"));
        }
        if (coupon.getOrigin().equals(ON_PAPER)) {
            // Whoever has the paper could use it still.
            return Optional.of(new Text("纸质券请直接把券交给对方", "it is on paper; give the paper itself"));
        }
        boolean usable = CouponState.of(coupon.getState()) == CouponState.ISSUED
                && coupon.getValidUntil().isAfter(now);
        return usable ? Optional.empty() : Optional.of(new Text("券现在不可用", "it cannot be used now"));
    }
}
