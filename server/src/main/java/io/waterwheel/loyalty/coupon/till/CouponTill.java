package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.coupon.life.CouponMoves;
import io.waterwheel.loyalty.coupon.life.CouponMoves.Moved;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.life.CouponStep;
import io.waterwheel.loyalty.coupon.life.CouponUse;
import io.waterwheel.loyalty.coupon.life.Move;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Coupons at the checkout. Coupons are locked row by row before they are looked at, and every change is kept
/// with the key of its call: the same coupon at two tills is redeemed at one of them, and a call that is
/// repeated does nothing twice.
@Component
public class CouponTill {

    private static final int LOCK_MINUTES = 30;
    private static final int MOST_MINUTES = 1_440;
    private static final int ORDERS = 0xC09;

    private final DSLContext database;
    private final CodeReading codes;
    private final CouponMoves moves;
    private final CouponCheck check;
    private final PastCalls calls;
    private final UseJson uses;
    private final InstantSource clock;

    CouponTill(
            DSLContext database,
            CodeReading codes,
            CouponMoves moves,
            CouponCheck check,
            PastCalls calls,
            UseJson uses,
            InstantSource clock) {
        this.database = database;
        this.codes = codes;
        this.moves = moves;
        this.check = check;
        this.calls = calls;
        this.uses = uses;
        this.clock = clock;
    }

    /// What coupons would take off a basket; nothing is kept.
    ///
    /// @throws Problem why they cannot be used
    @Transactional
    public CouponAnswer ask(Counter counter, CouponRequest request) {
        return answer(prepare(counter, request, clock.instant()), null);
    }

    /// Keeps coupons for an order until it is paid, or for some minutes.
    ///
    /// @param key names the call: repeated, it is answered as before
    /// @throws Problem why they cannot be used
    @Transactional
    public CouponAnswer lock(Counter counter, String key, CouponRequest request) {
        int minutes = request.minutes() == null ? LOCK_MINUTES : request.minutes();
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new Problem(KernelProblem.INVALID).outside("/minutes", "range", 1, MOST_MINUTES);
        }
        return change(counter, "lock", key, request, CouponStep.LOCK, Duration.ofMinutes(minutes));
    }

    /// Uses coupons up.
    ///
    /// @param key names the call: repeated, it is answered as before
    /// @throws Problem why they cannot be used
    @Transactional
    public CouponAnswer redeem(Counter counter, String key, CouponRequest request) {
        return change(counter, "redeem", key, request, CouponStep.REDEEM, Duration.ZERO);
    }

    private CouponAnswer change(
            Counter counter, String verb, String key, CouponRequest request, CouponStep step, Duration lasts) {
        Brand brand = counter.brand();
        Instant now = clock.instant();
        CodeReading.Shown shown = codes.coupons(request.codes());
        List<CouponRecord> found = take(counter, shown.coupons(), request.order());
        // Before anything is judged: a pass that was good then need not be now.
        String asked = String.join(
                "\n",
                verb,
                String.valueOf(counter.store()),
                request.order(),
                shown.coupons().toString(),
                String.valueOf(request.basket()),
                lasts.toString());
        CouponAnswer before =
                calls.answer(brand.id(), key, asked, CouponAnswer.class).orElse(null);
        if (before != null) {
            return before.again();
        }
        Prepared prepared = check.judge(counter, request, shown, found, now);
        List<Moved> moved = new ArrayList<>();
        for (CouponRecord coupon : prepared.coupons()) {
            freed(coupon, request.order(), now, counter);
            CouponUse use = prepared.uses().get(coupon.getId());
            coupon.setOrderId(request.order());
            coupon.setStore(counter.store());
            coupon.setAmount(prepared.amount(coupon));
            coupon.setUse(uses.write(use));
            coupon.setLockedUntil(step == CouponStep.LOCK ? now.plus(lasts) : null);
            if (step == CouponStep.REDEEM) {
                coupon.setRedeemedAt(now);
            }
            boolean relocked = step == CouponStep.LOCK && CouponState.of(coupon.getState()) == CouponState.LOCKED;
            if (relocked) {
                CouponMoves.moved(coupon, move(CouponStep.UNLOCK, now, counter, request.order(), 0));
            }
            moved.add(CouponMoves.moved(
                    coupon,
                    move(step, now, counter, request.order(), step == CouponStep.REDEEM ? coupon.getAmount() : 0)));
        }
        moves.write(moved);
        CouponAnswer answer = answer(prepared, step == CouponStep.LOCK ? now.plus(lasts) : null);
        calls.keep(brand.id(), key, asked, answer);
        return answer;
    }

    /// Gives coupons free that were kept for an order.
    ///
    /// @throws Problem `coupon-not-locked` when none is kept for it
    @Transactional
    public CouponAnswer unlock(Counter counter, String key, String order) {
        Brand brand = counter.brand();
        Instant now = clock.instant();
        List<CouponRecord> found = take(counter, Set.of(), order);
        String asked = "unlock\n" + order;
        CouponAnswer before =
                calls.answer(brand.id(), key, asked, CouponAnswer.class).orElse(null);
        if (before != null) {
            return before.again();
        }
        List<CouponRecord> locked = found.stream()
                .filter(coupon -> CouponState.of(coupon.getState()) == CouponState.LOCKED)
                .toList();
        if (locked.isEmpty()) {
            throw new Problem(CouponProblem.COUPON_NOT_LOCKED);
        }
        List<Moved> moved = new ArrayList<>();
        for (CouponRecord coupon : locked) {
            unused(coupon);
            moved.add(CouponMoves.moved(coupon, move(CouponStep.UNLOCK, now, counter, order, 0)));
        }
        moves.write(moved);
        CouponAnswer answer = answer(new Prepared(locked, Map.of(), Map.of()), null);
        calls.keep(brand.id(), key, asked, answer);
        return answer;
    }

    /// Two calls for one order wait for each other, so that neither overlooks the other's coupons.
    private List<CouponRecord> take(Counter counter, Set<Long> ids, String order) {
        if (order.isBlank() || order.length() > 100) {
            throw new Problem(KernelProblem.INVALID).outside("/order", "length", 1, 100);
        }
        database.execute(
                "select pg_advisory_xact_lock({0}, hashtext({1}))",
                DSL.inline(ORDERS), DSL.val(counter.brand().key() + "/" + order));
        return moves.take(counter.brand().id(), ids, counter.store(), order);
    }

    private Prepared prepare(Counter counter, CouponRequest request, Instant now) {
        CodeReading.Shown shown = codes.coupons(request.codes());
        return check.judge(counter, request, shown, take(counter, shown.coupons(), request.order()), now);
    }

    /// A lock that ran out, of this order or another, is over before something else begins.
    private static void freed(CouponRecord coupon, String order, Instant now, Counter counter) {
        if (CouponState.of(coupon.getState()) == CouponState.LOCKED
                && !CouponCheck.isKept(coupon, counter, order, now)) {
            CouponMoves.moved(coupon, move(CouponStep.LAPSE, now, counter, order, 0));
        }
    }

    /// What a coupon that is free again does not say any more.
    static void unused(CouponRecord coupon) {
        coupon.setOrderId(null);
        coupon.setStore(null);
        coupon.setAmount(0L);
        coupon.setRefunded(0L);
        coupon.setUse(null);
        coupon.setLockedUntil(null);
        coupon.setRedeemedAt(null);
    }

    private static Move move(CouponStep step, Instant at, Counter counter, String order, long amount) {
        return new Move(step, at, counter.by(), counter.store(), order, amount, 0);
    }

    private CouponAnswer answer(Prepared prepared, @Nullable Instant lockedUntil) {
        List<CouponAnswer.Used> used = prepared.coupons().stream()
                .map(coupon ->
                        uses.view(coupon, prepared.uses().get(coupon.getId()), prepared.amount(coupon), lockedUntil))
                .toList();
        return new CouponAnswer(
                used, used.stream().mapToLong(CouponAnswer.Used::amount).sum(), false);
    }
}
