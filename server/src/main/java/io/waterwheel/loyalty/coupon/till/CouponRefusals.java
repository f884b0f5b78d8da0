package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.rule.Judgement;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a coupon is not taken, in words for the counter.
final class CouponRefusals {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private CouponRefusals() {}

    /// Why the state of a coupon keeps an order from using it; empty when it does not.
    static Optional<Problem> ofState(Counter counter, CouponRecord coupon, String order, Instant now) {
        Brand brand = counter.brand();
        return switch (CouponState.of(coupon.getState())) {
            case ISSUED -> Optional.empty();
            case LOCKED ->
                CouponCheck.isKept(coupon, counter, order, now)
                                || !coupon.getLockedUntil().isAfter(now)
                        ? Optional.empty()
                        : Optional.of(new Problem(CouponProblem.COUPON_LOCKED)
                                .with("order", shown(coupon.getOrderId()))
                                .with("until", local(brand, coupon.getLockedUntil())));
            case OFFERED -> Optional.of(new Problem(CouponProblem.COUPON_OFFERED));
            case REDEEMED ->
                Optional.of(new Problem(CouponProblem.COUPON_REDEEMED)
                        .with("at", local(brand, coupon.getRedeemedAt()))
                        .with("store", shown(coupon.getStore()))
                        .with("order", shown(coupon.getOrderId())));
            case RETURNED -> Optional.of(new Problem(CouponProblem.COUPON_RETURNED));
            case EXPIRED -> Optional.of(expired(brand, coupon.getValidUntil()));
            case WITHDRAWN -> Optional.of(new Problem(CouponProblem.COUPON_WITHDRAWN));
        };
    }

    static Problem of(Brand brand, Judgement judged) {
        return switch (judged) {
            case Judgement.Usable _ -> throw new IllegalArgumentException("nothing is wrong");
            case Judgement.NotYet(Instant from) ->
                new Problem(CouponProblem.COUPON_NOT_YET).with("from", local(brand, from));
            case Judgement.Expired(Instant until) -> expired(brand, until);
            case Judgement.NotNow() -> new Problem(CouponProblem.COUPON_NOT_NOW);
            case Judgement.WrongStore() -> new Problem(CouponProblem.COUPON_WRONG_STORE);
            case Judgement.WrongChannel() -> new Problem(CouponProblem.COUPON_WRONG_CHANNEL);
            case Judgement.NothingEligible() -> new Problem(CouponProblem.COUPON_NOTHING_ELIGIBLE);
            case Judgement.BelowThreshold(long missing, int pieces) ->
                new Problem(CouponProblem.COUPON_BELOW_THRESHOLD)
                        .with("missing", BigDecimal.valueOf(missing, brand.fractionDigits()))
                        .with("pieces", pieces);
        };
    }

    private static Problem expired(Brand brand, Instant until) {
        return new Problem(CouponProblem.COUPON_EXPIRED).with("until", local(brand, until));
    }

    private static String local(Brand brand, Instant at) {
        return MINUTE.format(at.atZone(brand.zone()));
    }

    private static String shown(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
