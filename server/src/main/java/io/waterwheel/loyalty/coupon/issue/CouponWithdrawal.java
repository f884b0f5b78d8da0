package io.waterwheel.loyalty.coupon.issue;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.coupon.life.CouponMoves;
import io.waterwheel.loyalty.coupon.life.CouponMoves.Moved;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.life.CouponStep;
import io.waterwheel.loyalty.coupon.life.CouponTransitions;
import io.waterwheel.loyalty.coupon.life.Move;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes coupons away that were issued by mistake.
@Component
public class CouponWithdrawal {

    private static final int MOST = 10_000;

    private final CouponMoves moves;
    private final AuditTrail audit;
    private final InstantSource clock;

    CouponWithdrawal(CouponMoves moves, AuditTrail audit, InstantSource clock) {
        this.moves = moves;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param reason for the audit trail
    public record Withdraw(List<Long> coupons, String reason) {}

    /// @param withdrawn how many were taken away; the others are used, over or withdrawn already
    public record Withdrawn(int withdrawn, int left) {}

    /// @throws Problem `invalid`
    @Transactional
    public Withdrawn withdraw(Brand brand, Withdraw wish) {
        if (wish.coupons().isEmpty() || wish.coupons().size() > MOST) {
            throw new Problem(KernelProblem.INVALID).outside("/coupons", "length", 1, MOST);
        }
        if (wish.reason().isBlank() || wish.reason().length() > 200) {
            throw new Problem(KernelProblem.INVALID).outside("/reason", "length", 1, 200);
        }
        int withdrawn = withdraw(brand, wish.coupons(), MOST, wish.reason());
        return new Withdrawn(withdrawn, wish.coupons().size() - withdrawn);
    }

    /// Takes some of these away, the oldest first, as far as they are neither used nor over.
    ///
    /// @param most how many
    /// @return how many were
    @Transactional
    public int withdraw(Brand brand, List<Long> coupons, int most, String reason) {
        Instant now = clock.instant();
        String by = Actor.current().name();
        List<CouponRecord> found = moves.take(brand.id(), coupons);
        List<Moved> moved = found.stream()
                .filter(coupon -> CouponTransitions.next(CouponState.of(coupon.getState()), CouponStep.WITHDRAW)
                        .isPresent())
                .limit(most)
                .map(coupon -> CouponMoves.moved(
                        coupon, new Move(CouponStep.WITHDRAW, now, by, null, null, 0, coupon.getWorth())))
                .toList();
        moves.write(moved);
        audit.record(
                "coupon.withdraw", "coupons", Map.of("brand", brand.key(), "count", moved.size(), "reason", reason));
        return moved.size();
    }
}
