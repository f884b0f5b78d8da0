package io.waterwheel.loyalty.coupon.life;

import static io.waterwheel.loyalty.coupon.life.CouponState.EXPIRED;
import static io.waterwheel.loyalty.coupon.life.CouponState.ISSUED;
import static io.waterwheel.loyalty.coupon.life.CouponState.LOCKED;
import static io.waterwheel.loyalty.coupon.life.CouponState.OFFERED;
import static io.waterwheel.loyalty.coupon.life.CouponState.REDEEMED;
import static io.waterwheel.loyalty.coupon.life.CouponState.RETURNED;
import static io.waterwheel.loyalty.coupon.life.CouponState.WITHDRAWN;

import java.util.List;
import java.util.Optional;

/// The life of a coupon.
public final class CouponTransitions {

    public record Transition(CouponState from, CouponStep step, CouponState to) {}

    static final List<Transition> TABLE = List.of(
            new Transition(ISSUED, CouponStep.CLAIM, ISSUED),
            new Transition(ISSUED, CouponStep.REMIND, ISSUED),
            new Transition(ISSUED, CouponStep.LOCK, LOCKED),
            new Transition(ISSUED, CouponStep.REDEEM, REDEEMED),
            new Transition(ISSUED, CouponStep.OFFER, OFFERED),
            new Transition(ISSUED, CouponStep.EXPIRE, EXPIRED),
            new Transition(ISSUED, CouponStep.WITHDRAW, WITHDRAWN),
            new Transition(LOCKED, CouponStep.UNLOCK, ISSUED),
            new Transition(LOCKED, CouponStep.LAPSE, ISSUED),
            new Transition(LOCKED, CouponStep.REDEEM, REDEEMED),
            new Transition(LOCKED, CouponStep.WITHDRAW, WITHDRAWN),
            new Transition(OFFERED, CouponStep.TAKE_BACK, ISSUED),
            new Transition(OFFERED, CouponStep.HAND_ON, ISSUED),
            new Transition(OFFERED, CouponStep.EXPIRE, EXPIRED),
            new Transition(OFFERED, CouponStep.WITHDRAW, WITHDRAWN),
            new Transition(REDEEMED, CouponStep.REFUND, REDEEMED),
            new Transition(REDEEMED, CouponStep.GIVE_BACK, ISSUED),
            new Transition(REDEEMED, CouponStep.RETURN, RETURNED));

    private CouponTransitions() {}

    /// What a step makes of a state, empty when it does not allow it.
    public static Optional<CouponState> next(CouponState from, CouponStep step) {
        return TABLE.stream()
                .filter(transition -> transition.from == from && transition.step == step)
                .map(Transition::to)
                .findFirst();
    }

    /// The states that allow a step.
    public static List<CouponState> before(CouponStep step) {
        return TABLE.stream()
                .filter(transition -> transition.step == step)
                .map(Transition::from)
                .toList();
    }
}
