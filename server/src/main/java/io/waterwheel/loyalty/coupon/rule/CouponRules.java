package io.waterwheel.loyalty.coupon.rule;

import io.waterwheel.loyalty.coupon.rule.CouponValidity.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether one coupon may be used for a basket, and what it takes off.
public final class CouponRules {

    private CouponRules() {}

    /// Holds a coupon against a basket. Thresholds look at the basket as it was before any coupon; what is
    /// taken off comes from what is left to pay.
    ///
    /// @param period the coupon's own time
    /// @param whole  the basket before any coupon
    /// @param left   the same less what other coupons of the order take off
    public static Judgement judge(
            CouponTerms terms, Period period, Basket whole, Basket left, Instant at, ZoneId zone) {
        if (at.isBefore(period.from())) {
            return new Judgement.NotYet(period.from());
        }
        if (!at.isBefore(period.until())) {
            return new Judgement.Expired(period.until());
        }
        if (!terms.validity().allows(at, zone)) {
            return new Judgement.NotNow();
        }
        CouponScope scope = terms.scope();
        if (!scope.in(whole.store())) {
            return new Judgement.WrongStore();
        }
        if (!within(scope.channels(), whole.channel())) {
            return new Judgement.WrongChannel();
        }
        return judgeGoods(terms, whole, left);
    }

    /// The same for a coupon that is alone in its order.
    public static Judgement judge(CouponTerms terms, Period period, Basket basket, Instant at, ZoneId zone) {
        return judge(terms, period, basket, basket, at, zone);
    }

    /// What is left to pay of a basket after a discount; of lines it names and the basket lacks, nothing.
    public static Basket less(Basket basket, Discount discount) {
        return basket.less(discount);
    }

    private static boolean within(List<String> named, @Nullable String one) {
        return named.isEmpty() || one != null && named.contains(one);
    }

    private static Judgement judgeGoods(CouponTerms terms, Basket whole, Basket left) {
        List<BasketLine> eligible =
                whole.lines().stream().filter(terms.scope()::takes).toList();
        if (eligible.isEmpty()) {
            return new Judgement.NothingEligible();
        }
        CouponThreshold threshold = terms.threshold();
        long spend = eligible.stream().mapToLong(BasketLine::amount).sum();
        long pieces = eligible.stream().mapToLong(BasketLine::pieces).sum();
        if (spend < threshold.spend() || pieces < threshold.pieces()) {
            return new Judgement.BelowThreshold(
                    Math.max(0, threshold.spend() - spend), (int) Math.max(0, threshold.pieces() - pieces));
        }
        Discount discount = discount(
                terms.benefit(),
                left,
                left.lines().stream().filter(terms.scope()::takes).toList());
        return discount.amount() == 0 && discount.gift() == null
                ? new Judgement.NothingEligible()
                : new Judgement.Usable(discount);
    }

    private static Discount discount(Benefit benefit, Basket left, List<BasketLine> lines) {
        return switch (benefit) {
            case Benefit.AmountOff(long off) -> over(lines, off);
            case Benefit.PercentOff(int percent, Long mostOff) -> {
                long off = Shares.portion(sum(lines), percent, 100);
                yield over(lines, mostOff == null ? off : Math.min(off, mostOff));
            }
            case Benefit.Gift gift -> new Discount(Map.of(), 0, gift.product());
            case Benefit.Exchange exchange -> exchanged(exchange, lines);
            case Benefit.ShippingOff(long mostOff) -> new Discount(Map.of(), Math.min(left.shipping(), mostOff), null);
        };
    }

    /// Spread over the lines by what they cost.
    private static Discount over(List<BasketLine> lines, long wanted) {
        long off = Math.min(wanted, sum(lines));
        List<Long> parts = Shares.of(off, lines.stream().map(BasketLine::amount).toList());
        Map<String, Long> split = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (parts.get(i) > 0) {
                split.put(lines.get(i).line(), parts.get(i));
            }
        }
        return new Discount(split, 0, null);
    }

    private static Discount exchanged(Benefit.Exchange exchange, List<BasketLine> lines) {
        return lines.stream()
                .filter(line -> line.product().equals(exchange.product()))
                .max(Comparator.comparingLong(CouponRules::piece))
                .map(line -> {
                    long off = Math.min(Math.max(0, piece(line) - exchange.price()), exchange.cost());
                    return off == 0 ? Discount.NOTHING : new Discount(Map.of(line.line(), off), 0, null);
                })
                .orElse(Discount.NOTHING);
    }

    /// What one piece costs, never more than its share.
    private static long piece(BasketLine line) {
        return line.amount() / line.pieces();
    }

    private static long sum(List<BasketLine> lines) {
        return lines.stream().mapToLong(BasketLine::amount).sum();
    }
}
