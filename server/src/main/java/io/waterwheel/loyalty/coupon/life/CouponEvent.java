package io.waterwheel.loyalty.coupon.life;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponMoveRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the timeline is told of a coupon.
final class CouponEvent {

    private CouponEvent() {}

    /// Locks come and go, and part of an order coming back is told by the order: neither is told.
    static Optional<String> name(CouponStep step) {
        return switch (step) {
            case ISSUE, CLAIM -> Optional.of(EventNames.COUPON_ISSUED);
            case REDEEM -> Optional.of(EventNames.COUPON_REDEEMED);
            case GIVE_BACK, RETURN -> Optional.of(EventNames.COUPON_RETURNED);
            case REMIND -> Optional.of(EventNames.COUPON_EXPIRING);
            case EXPIRE -> Optional.of(EventNames.COUPON_EXPIRED);
            case HAND_ON -> Optional.of(EventNames.COUPON_TRANSFERRED);
            case WITHDRAW -> Optional.of(EventNames.COUPON_WITHDRAWN);
            case LOCK, UNLOCK, LAPSE, REFUND, OFFER, TAKE_BACK -> Optional.empty();
        };
    }

    static Map<String, Object> properties(
            Brand brand,
            CouponMoveRecord move,
            CouponStep step,
            KnownTemplates.Known template,
            Map<Long, Instant> ends) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("coupon", move.getCouponId());
        told.put("template", Long.toString(move.getTemplateId()));
        told.put("name", template.name());
        told.put("kind", template.terms().benefit().kind().name().toLowerCase(Locale.ROOT));
        if (move.getOrderId() != null) {
            told.put("order_id", move.getOrderId());
        }
        if (move.getStore() != null) {
            told.put("store", move.getStore());
        }
        long takenOff = template.terms().benefit().takenOff(Math.abs(move.getAmount()));
        if (takenOff != 0) {
            told.put("amount", BigDecimal.valueOf(takenOff, brand.fractionDigits()));
        }
        Instant until = ends.get(move.getCouponId());
        if (until != null && step != CouponStep.REDEEM) {
            told.put("valid_until", until.toString());
        }
        if (step == CouponStep.GIVE_BACK || step == CouponStep.RETURN) {
            told.put("usable", step == CouponStep.GIVE_BACK);
        }
        return told;
    }
}
