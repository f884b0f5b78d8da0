package io.waterwheel.loyalty.coupon.rule;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Finds what is wrong with a coupon's terms, each with its place.
public final class CouponTermsCheck {

    /// A hundred million in the major unit of most currencies: no coupon is worth more, and sums stay far from
    /// overflow.
    public static final long MOST_MONEY = 10_000_000_000L;

    private static final int MOST_DAYS = 3_650;
    private static final int MOST_NAMED = 1_000;
    private static final int MOST_TEXT = 200;

    private final List<Fault> faults = new ArrayList<>();

    private CouponTermsCheck() {}

    /// @return empty when there is nothing wrong; places such as `/benefit/percent`
    public static List<Fault> faults(CouponTerms terms) {
        CouponTermsCheck check = new CouponTermsCheck();
        check.benefit(terms.benefit());
        check.threshold(terms);
        check.scope(terms.scope());
        check.validity(terms.validity());
        check.between("/stacking/mostPerOrder", terms.stacking().mostPerOrder(), 1, Combination.MOST);
        if (terms.stacking().exclusive() && terms.stacking().otherKinds()) {
            check.fault("/stacking/otherKinds", "contradiction", "独享券不能与其他类型叠加", "an exclusive coupon stands alone");
        }
        if (terms.stacking().exclusive() && terms.stacking().mostPerOrder() > 1) {
            check.fault("/stacking/mostPerOrder", "contradiction", "独享券每单只能用一张", "an exclusive coupon stands alone");
        }
        if (terms.remindDays() != null) {
            check.between("/remindDays", terms.remindDays(), 1, 90);
        }
        return List.copyOf(check.faults);
    }

    private void benefit(Benefit benefit) {
        switch (benefit) {
            case Benefit.AmountOff(long off) -> money("/benefit/off", off, 1);
            case Benefit.PercentOff(int percent, Long mostOff) -> {
                between("/benefit/percent", percent, 1, 99);
                if (mostOff != null) {
                    money("/benefit/mostOff", mostOff, 1);
                }
            }
            case Benefit.Gift gift -> {
                name("/benefit/product", gift.product());
                money("/benefit/cost", gift.cost(), 0);
            }
            case Benefit.Exchange exchange -> {
                name("/benefit/product", exchange.product());
                money("/benefit/price", exchange.price(), 0);
                money("/benefit/cost", exchange.cost(), 1);
            }
            case Benefit.ShippingOff(long mostOff) -> money("/benefit/mostOff", mostOff, 1);
        }
    }

    private void threshold(CouponTerms terms) {
        CouponThreshold threshold = terms.threshold();
        money("/threshold/spend", threshold.spend(), 0);
        between("/threshold/pieces", threshold.pieces(), 0, 10_000);
        if (terms.benefit() instanceof Benefit.AmountOff(long off)
                && threshold.spend() > 0
                && off > threshold.spend()) {
            fault("/benefit/off", "above-threshold", "面额不能超过使用门槛", "it takes off more than must be spent");
        }
    }

    private void scope(CouponScope scope) {
        names("/scope/products", scope.products());
        names("/scope/categories", scope.categories());
        names("/scope/exceptProducts", scope.exceptProducts());
        names("/scope/exceptCategories", scope.exceptCategories());
        names("/scope/stores", scope.stores());
        names("/scope/channels", scope.channels());
        for (int i = 0; i < scope.products().size(); i++) {
            if (scope.exceptProducts().contains(scope.products().get(i))) {
                fault("/scope/products/" + i, "contradiction", "该商品同时被排除", "this product is excluded too");
            }
        }
    }

    private void validity(CouponValidity validity) {
        boolean dates = validity.from() != null || validity.until() != null;
        if (dates == (validity.days() != null)) {
            fault("/validity", "choice", "须在固定日期与发放后天数中选一种", "needs either fixed dates or a number of days");
        } else if (dates && (validity.from() == null || validity.until() == null)) {
            fault(
                    validity.from() == null ? "/validity/from" : "/validity/until",
                    "required",
                    "固定日期须有开始和结束",
                    "fixed dates need a first and a last day");
        } else if (validity.from() != null
                && validity.until() != null
                && validity.until().isBefore(validity.from())) {
            fault("/validity/until", "order", "结束日期早于开始日期", "the last day lies before the first");
        }
        if (validity.days() != null) {
            between("/validity/days", validity.days(), 1, MOST_DAYS);
        }
        between("/validity/afterDays", validity.afterDays(), 0, MOST_DAYS);
        if (validity.hoursFrom() != null && validity.hoursFrom().equals(validity.hoursUntil())) {
            fault("/validity/hoursUntil", "order", "开始与结束时刻相同", "the hours begin and end at once");
        }
    }

    private void names(String place, List<String> names) {
        if (names.size() > MOST_NAMED) {
            fault(place, "length", "最多 %d 项".formatted(MOST_NAMED), "at most %d".formatted(MOST_NAMED));
        }
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(names.size(), MOST_NAMED); i++) {
            name(place + "/" + i, names.get(i));
            if (!seen.add(names.get(i))) {
                fault(place + "/" + i, "repeated", "重复", "named twice");
            }
        }
    }

    private void name(String place, String name) {
        if (name.isBlank() || name.length() > MOST_TEXT) {
            fault(
                    place,
                    "length",
                    "须有 1 到 %d 个字".formatted(MOST_TEXT),
                    "needs 1 to %d characters".formatted(MOST_TEXT));
        }
    }

    private void money(String place, long amount, long least) {
        between(place, amount, least, MOST_MONEY);
    }

    private void between(String place, long value, long least, long most) {
        if (value < least || value > most) {
            fault(
                    place,
                    "range",
                    "须在 %d 到 %d 之间".formatted(least, most),
                    "must be between %d and %d".formatted(least, most));
        }
    }

    private void fault(String place, String code, String zh, String en) {
        faults.add(new Fault(place, code, new Text(zh, en)));
    }
}
