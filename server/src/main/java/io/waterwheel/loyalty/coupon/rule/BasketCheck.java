package io.waterwheel.loyalty.coupon.rule;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds what is wrong with a basket a till sends, each with its place.
public final class BasketCheck {

    private static final int MOST_LINES = 500;
    private static final int MOST_PIECES = 100_000;

    private BasketCheck() {}

    /// @return empty when there is nothing wrong; places such as `/basket/lines/3/amount`
    public static List<Fault> faults(Basket basket) {
        List<Fault> faults = new ArrayList<>();
        range(faults, "/basket/shipping", basket.shipping(), 0, CouponTermsCheck.MOST_MONEY);
        range(faults, "/basket/lines", basket.lines().size(), 1, MOST_LINES);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < Math.min(basket.lines().size(), MOST_LINES); i++) {
            BasketLine line = basket.lines().get(i);
            String place = "/basket/lines/" + i;
            range(faults, place + "/amount", line.amount(), 0, CouponTermsCheck.MOST_MONEY);
            range(faults, place + "/pieces", line.pieces(), 1, MOST_PIECES);
            if (line.line().isBlank() || line.line().length() > 100 || !names.add(line.line())) {
                faults.add(new Fault(
                        place + "/line",
                        "name",
                        new Text("行号须唯一，1 到 100 个字符", "needs a name of its own, 1 to 100 characters")));
            }
        }
        return faults;
    }

    private static void range(List<Fault> faults, String place, long value, long least, long most) {
        if (value < least || value > most) {
            faults.add(new Fault(
                    place,
                    "range",
                    new Text(
                            "须在 %d 到 %d 之间".formatted(least, most),
                            "must be between %d and %d".formatted(least, most))));
        }
    }
}
