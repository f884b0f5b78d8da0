package io.waterwheel.loyalty.reward;

import io.waterwheel.kernel.Text;
import io.waterwheel.loyalty.CouponGranted;
import io.waterwheel.loyalty.coupon.issue.ReasonWords;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why rewards were refused, in words, and what may be different next time.
final class RefusalWords {

    static final String NOT_MEMBER = "not-member";

    private static final Map<String, Text> OTHERS = Map.of(
            "gone",
            new Text("券模板或抽奖已不存在", "the template or draw is gone"),
            NOT_MEMBER,
            new Text("不是会员", "not a member"),
            "absurd-amount",
            new Text("积分数超出范围", "more points than a member may have"),
            "absurd-time",
            new Text("时间超出范围", "the time lies too far off"));

    private static final Map<String, Text> COUPONS = Stream.of(CouponGranted.Reason.values())
            .collect(Collectors.toUnmodifiableMap(RefusalWords::code, ReasonWords::of));

    private static final Set<String> MAY_CHANGE = Set.of(
            NOT_MEMBER,
            code(CouponGranted.Reason.NOT_ACTIVE),
            code(CouponGranted.Reason.SOLD_OUT),
            code(CouponGranted.Reason.BUDGET_USED_UP),
            code(CouponGranted.Reason.LIMIT_REACHED),
            code(CouponGranted.Reason.OVER));

    private RefusalWords() {}

    static Text of(String code) {
        Text other = OTHERS.get(code);
        return other == null ? COUPONS.getOrDefault(code, Text.same(code)) : other;
    }

    static boolean retryable(String code) {
        return MAY_CHANGE.contains(code);
    }

    private static String code(CouponGranted.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
