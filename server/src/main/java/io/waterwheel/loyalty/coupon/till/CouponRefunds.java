package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.coupon.issue.Replacements;
import io.waterwheel.loyalty.coupon.life.CouponMoves;
import io.waterwheel.loyalty.coupon.life.CouponMoves.Moved;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.life.CouponStep;
import io.waterwheel.loyalty.coupon.life.CouponUse;
import io.waterwheel.loyalty.coupon.life.Move;
import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import io.waterwheel.loyalty.coupon.rule.Refund;
import io.waterwheel.loyalty.coupon.rule.ReturnRule;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Goods bought with coupons come back: what of each coupon belongs to them, and what becomes of it once all
/// are back. Orders are numbered by store, so a till finds those of its own store, and another's only if it says so.
@Component
public class CouponRefunds {

    private final CouponMoves moves;
    private final PastCalls calls;
    private final UseJson uses;
    private final KnownTemplates templates;
    private final Replacements replacements;
    private final InstantSource clock;

    CouponRefunds(
            CouponMoves moves,
            PastCalls calls,
            UseJson uses,
            KnownTemplates templates,
            Replacements replacements,
            InstantSource clock) {
        this.moves = moves;
        this.calls = calls;
        this.uses = uses;
        this.templates = templates;
        this.replacements = replacements;
        this.clock = clock;
    }

    /// @param key names the call: repeated, it is answered as before
    /// @throws Problem `coupon-not-redeemed`, `coupon-refund-too-large`, `coupon-key-taken`
    @Transactional
    public RefundAnswer refund(Counter counter, String key, RefundRequest request) {
        String store = request.store() == null ? counter.store() : request.store();
        List<CouponRecord> found = moves.ofOrder(counter.brand().id(), store, request.order());
        String asked = "refund\n" + store + "\n" + request.order() + "\n"
                + (request.pieces() == null ? "all" : new java.util.TreeMap<>(request.pieces()));
        RefundAnswer before = calls.answer(counter.brand().id(), key, asked, RefundAnswer.class)
                .orElse(null);
        if (before != null) {
            return before.again();
        }
        List<CouponRecord> redeemed = found.stream()
                .filter(coupon -> CouponState.of(coupon.getState()) == CouponState.REDEEMED)
                .toList();
        if (redeemed.isEmpty()) {
            throw new Problem(CouponProblem.COUPON_NOT_REDEEMED);
        }
        Instant now = clock.instant();
        List<Moved> moved = new ArrayList<>();
        List<RefundAnswer.Returned> returned = new ArrayList<>();
        for (CouponRecord coupon : redeemed) {
            returned.add(refund(counter, coupon, request.pieces(), now, moved));
        }
        moves.write(moved);
        RefundAnswer answer = new RefundAnswer(
                returned,
                returned.stream().mapToLong(RefundAnswer.Returned::share).sum(),
                false);
        calls.keep(counter.brand().id(), key, asked, answer);
        return answer;
    }

    private RefundAnswer.Returned refund(
            Counter counter,
            CouponRecord coupon,
            @Nullable Map<String, Integer> wanted,
            Instant now,
            List<Moved> moved) {
        CouponUse use = uses.read(coupon);
        Map<String, Integer> pieces = wanted == null ? rest(use) : wanted;
        Map<String, Integer> all = Refund.sum(use.back(), pieces);
        boolean fits = pieces.values().stream().allMatch(count -> count >= 0)
                && all.entrySet().stream()
                        .allMatch(line -> line.getValue() <= use.pieces().getOrDefault(line.getKey(), 0));
        if (!fits) {
            throw new Problem(CouponProblem.COUPON_REFUND_TOO_LARGE);
        }
        boolean over = use.over(all);
        long share = over ? coupon.getAmount() - coupon.getRefunded() : share(use, pieces);
        long id = coupon.getId();
        CouponTerms terms = templates.get(coupon.getTemplateId()).terms();
        long lessPaid = terms.benefit().takenOff(share);
        coupon.setUse(uses.write(use.with(all)));
        coupon.setRefunded(coupon.getRefunded() + share);
        if (!over) {
            moved.add(CouponMoves.moved(coupon, move(CouponStep.REFUND, now, counter, coupon, share, 0)));
            return new RefundAnswer.Returned(Long.toString(id), coupon.getState(), lessPaid, null);
        }
        ReturnRule rule = terms.onReturn();
        if (rule == ReturnRule.BACK && coupon.getValidUntil().isAfter(now)) {
            Move back = move(CouponStep.GIVE_BACK, now, counter, coupon, share, 0);
            CouponTill.unused(coupon);
            moved.add(CouponMoves.moved(coupon, back));
            return new RefundAnswer.Returned(Long.toString(id), coupon.getState(), lessPaid, null);
        }
        boolean replaced = rule == ReturnRule.REISSUE;
        moved.add(CouponMoves.moved(
                coupon, move(CouponStep.RETURN, now, counter, coupon, share, replaced ? 0 : coupon.getWorth())));
        String replacement = replaced ? Long.toString(replacements.of(counter.brand(), coupon, now)) : null;
        return new RefundAnswer.Returned(Long.toString(id), coupon.getState(), lessPaid, replacement);
    }

    private static Map<String, Integer> rest(CouponUse use) {
        Map<String, Integer> rest = new LinkedHashMap<>();
        use.pieces()
                .forEach((line, pieces) -> rest.put(line, pieces - use.back().getOrDefault(line, 0)));
        return rest;
    }

    private static long share(CouponUse use, Map<String, Integer> now) {
        long share = 0;
        for (Map.Entry<String, Integer> line : now.entrySet()) {
            String name = line.getKey();
            share += Refund.share(
                    use.lines().getOrDefault(name, 0L),
                    use.pieces().getOrDefault(name, 1),
                    use.back().getOrDefault(name, 0),
                    line.getValue());
        }
        return share;
    }

    private static Move move(
            CouponStep step, Instant at, Counter counter, CouponRecord coupon, long share, long released) {
        // The store that took it, whichever takes the goods back: it is that store's claim that grows smaller.
        return new Move(step, at, counter.by(), coupon.getStore(), coupon.getOrderId(), -share, released);
    }
}
