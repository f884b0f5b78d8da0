package io.waterwheel.demo.world;

/// How a customer buys: BG/NBD (Fader, Hardie, Lee 2005), in which a buyer orders at random at a rate λ and,
/// after each order that follows the first, leaves for good with probability p. λ and p differ from buyer to
/// buyer: λ ~ Gamma(shape r, rate α) per season week (see [Season]), p ~ Beta(a, b). Order values are
/// log-normal.
///
/// These are the published truth that estimates are held against.
public enum Habit {
    /// 常饮: tea every day.
    DAILY(0.20, 0.97, 2.0, 8.5, 0.8, 9.0, 168, 0.45),
    /// 偶饮: now and then.
    CASUAL(0.45, 0.90, 0.8, 13, 1.0, 3.5, 142, 0.55),
    /// 尝鲜: came for a taste.
    CURIOUS(0.35, 0.80, 0.45, 16, 1.2, 2.0, 108, 0.6);

    private final double share;
    private final double buyers;
    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final double medianYuan;
    private final double sigma;

    Habit(double share, double buyers, double r, double alpha, double a, double b, double medianYuan, double sigma) {
        this.share = share;
        this.buyers = buyers;
        this.r = r;
        this.alpha = alpha;
        this.a = a;
        this.b = b;
        this.medianYuan = medianYuan;
        this.sigma = sigma;
    }

    /// Of all customers.
    public double share() {
        return share;
    }

    /// Of its customers, those who ever place a first order.
    public double buyers() {
        return buyers;
    }

    public double r() {
        return r;
    }

    /// In season weeks.
    public double alpha() {
        return alpha;
    }

    public double a() {
        return a;
    }

    public double b() {
        return b;
    }

    /// Orders per season week of somebody who is still there.
    public double meanRate() {
        return r / alpha;
    }

    /// The chance to leave after a repeat order.
    public double meanDropout() {
        return a / (a + b);
    }

    /// Median of an order's value, in yuan, before the basket is put together.
    public double medianYuan() {
        return medianYuan;
    }

    /// Standard deviation of the logarithm of an order's value.
    public double sigma() {
        return sigma;
    }
}
