package io.waterwheel.loyalty.coupon.issue;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.CustomerCoupon;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.loyalty.coupon.life.CouponMoves;
import io.waterwheel.loyalty.coupon.life.CouponOffer;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.life.CouponStep;
import io.waterwheel.loyalty.coupon.life.Move;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Customers hand coupons on: each once, to whoever first brings the offer's code within a day. Until then it is
/// the giver's, and cannot be used: only taking it back ends the offer, so that nobody redeems what somebody
/// else is taking at that moment.
@Component
public class CouponGifts {

    private final CouponCodes codes;
    private final CouponMoves moves;
    private final CouponViews views;
    private final GivenCoupons given;
    private final HandOnRule rule;
    private final HeldCoupons held;
    private final Customers customers;
    private final InstantSource clock;

    CouponGifts(
            CouponCodes codes,
            CouponMoves moves,
            CouponViews views,
            GivenCoupons given,
            HandOnRule rule,
            HeldCoupons held,
            Customers customers,
            InstantSource clock) {
        this.codes = codes;
        this.moves = moves;
        this.views = views;
        this.given = given;
        this.rule = rule;
        this.held = held;
        this.customers = customers;
        this.clock = clock;
    }

    /// What somebody sends to a friend.
    ///
    /// @param code  with which the friend takes the coupon
    /// @param until from when on it comes back by itself
    public record Offer(String coupon, String code, Instant until) {}

    /// What somebody may take.
    public record Looked(CustomerCoupon coupon, CustomerNo giver, Instant until) {}

    /// Offers a coupon to whoever has the code. Asked again, it is the same offer while that lasts.
    ///
    /// @throws Problem `not-found`, `coupon-not-transferable`
    @Transactional
    public Offer offer(Brand brand, CustomerNo customer, long id) {
        CouponRecord coupon = taken(brand, id);
        if (!Objects.equals(
                coupon.getCustomerNo(), customers.currentOf(customer).value())) {
            throw missing(id);
        }
        Instant now = clock.instant();
        if (CouponState.of(coupon.getState()) == CouponState.OFFERED) {
            if (CouponOffer.until(coupon).isAfter(now)) {
                return offered(coupon);
            }
            move(coupon, CouponStep.TAKE_BACK);
        }
        rule.refusal(coupon, now).ifPresent(why -> {
            throw new Problem(CouponProblem.COUPON_NOT_TRANSFERABLE).with("why", why);
        });
        coupon.setOffers(coupon.getOffers() + 1);
        move(coupon, CouponStep.OFFER);
        return offered(coupon);
    }

    /// Takes an offer back; its code is of no use any more.
    ///
    /// @throws Problem `not-found`, `coupon-claimed`
    @Transactional
    public void takeBack(Brand brand, CustomerNo customer, long id) {
        CouponRecord coupon = taken(brand, id);
        if (!Objects.equals(
                coupon.getCustomerNo(), customers.currentOf(customer).value())) {
            throw given.by(customer, id) ? new Problem(CouponProblem.COUPON_CLAIMED) : missing(id);
        }
        switch (CouponState.of(coupon.getState())) {
            case OFFERED -> {
                coupon.setOffers(coupon.getOffers() + 1);
                move(coupon, CouponStep.TAKE_BACK);
            }
            // It came back by itself.
            case ISSUED -> {}
            case LOCKED, REDEEMED, RETURNED, EXPIRED, WITHDRAWN -> throw new Problem(CouponProblem.COUPON_CLAIMED);
        }
    }

    /// What a code is for, to whoever might take it.
    ///
    /// @throws Problem what [#accept] throws
    @Transactional
    public Looked look(Brand brand, CustomerNo customer, long id, String code) {
        CouponRecord coupon = taken(brand, id);
        refuse(coupon, customers.currentOf(customer), code);
        return new Looked(
                views.of(coupon, clock.instant()), new CustomerNo(coupon.getCustomerNo()), CouponOffer.until(coupon));
    }

    /// Takes over a coupon that was offered. Of two who try, one has it.
    ///
    /// @throws Problem `coupon-code-forged`, `coupon-claimed`, `coupon-expired`, `coupon-gift-…`
    @Transactional
    public void accept(Brand brand, CustomerNo customer, long id, String code) {
        CustomerNo now = customers.currentOf(customer);
        CouponRecord coupon = taken(brand, id);
        if (coupon.getHandedOn()
                && Objects.equals(coupon.getCustomerNo(), now.value())
                && codes.isOffer(code, id, coupon.getOffers())) {
            return;
        }
        refuse(coupon, now, code);
        coupon.setCustomerNo(now.value());
        coupon.setGivenNo(customer.value());
        coupon.setHandedOn(true);
        move(coupon, CouponStep.HAND_ON);
    }

    private void refuse(CouponRecord coupon, CustomerNo customer, String code) {
        long id = coupon.getId();
        if (!codes.isOffer(code, id, coupon.getOffers())) {
            throw new Problem(
                    codes.wasOffer(code, id, coupon.getOffers())
                            ? CouponProblem.COUPON_GIFT_OVER
                            : CouponProblem.COUPON_CODE_FORGED);
        }
        if (coupon.getHandedOn()) {
            throw new Problem(CouponProblem.COUPON_CLAIMED);
        }
        Instant now = clock.instant();
        if (!coupon.getValidUntil().isAfter(now)) {
            throw new Problem(CouponProblem.COUPON_EXPIRED).with("until", coupon.getValidUntil());
        }
        if (CouponState.of(coupon.getState()) != CouponState.OFFERED
                || !CouponOffer.until(coupon).isAfter(now)) {
            throw new Problem(CouponProblem.COUPON_GIFT_OVER);
        }
        if (Objects.equals(coupon.getCustomerNo(), customer.value())) {
            throw new Problem(CouponProblem.COUPON_GIFT_OWN);
        }
        held.reached(coupon.getTemplateId(), customer).ifPresent(most -> {
            throw new Problem(CouponProblem.COUPON_GIFT_LIMIT).with("most", most);
        });
    }

    private Offer offered(CouponRecord coupon) {
        return new Offer(
                Long.toString(coupon.getId()),
                codes.offered(coupon.getId(), coupon.getOffers()),
                CouponOffer.until(coupon));
    }

    private CouponRecord taken(Brand brand, long id) {
        return moves.take(brand.id(), List.of(id)).stream().findFirst().orElseThrow(() -> missing(id));
    }

    private void move(CouponRecord coupon, CouponStep step) {
        moves.write(List.of(CouponMoves.moved(
                coupon, Move.of(step, clock.instant(), Actor.current().name()))));
    }

    private static Problem missing(long id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "coupon " + id);
    }
}
