package io.waterwheel.loyalty.coupon.life;

/// What a coupon was given for: its origin, or, of those that a benefit gave, which.
public final class CouponSource {

    private static final String BENEFIT = "benefit/";

    private CouponSource() {}

    static String of(String issueKey, String origin) {
        int end = issueKey.indexOf('/', BENEFIT.length());
        return issueKey.startsWith(BENEFIT) && end > 0 ? issueKey.substring(0, end) : origin;
    }

    /// Of the coupons a benefit gave.
    public static String ofBenefit(long rule) {
        return BENEFIT + rule;
    }

    public static boolean isBenefit(String source) {
        return source.startsWith(BENEFIT);
    }
}
