package io.waterwheel.insight.effect;

/// Quantiles of Student's t distribution.
final class StudentT {

    private StudentT() {}

    /// The t that |T| stays below with probability `inside`: G. W. Hill, Algorithm 396, Communications of the ACM 13
    /// (1970). Relative error below 1e-3 from 1 degree of freedom on and below 1e-5 from 5 on; the normal
    /// quantile in the limit.
    static double quantile(double inside, double freedom) {
        double p = 1 - inside;
        if (freedom <= 1) {
            return 1 / Math.tan(p * Math.PI / 2);
        }
        if (freedom == 2) {
            return Math.sqrt(2 / (p * (2 - p)) - 2);
        }
        double a = 1 / (freedom - 0.5);
        double b = 48 / (a * a);
        double c = ((20700 * a / b - 98) * a - 16) * a + 96.36;
        double d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt(a * Math.PI / 2) * freedom;
        double y = Math.pow(d * p, 2 / freedom);
        if (y > 0.05 + a) {
            double x = Normal.quantile(p / 2);
            y = x * x;
            if (freedom < 5) {
                c += 0.3 * (freedom - 4.5) * (x + 0.6);
            }
            c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
            y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
            y = Math.expm1(a * y * y);
        } else {
            y = ((1 / (((freedom + 6) / (freedom * y) - 0.089 * d - 0.822) * (freedom + 2) * 3) + 0.5 / (freedom + 4))
                                            * y
                                    - 1)
                            * (freedom + 1)
                            / (freedom + 2)
                    + 1 / y;
        }
        return Math.sqrt(freedom * y);
    }
}
