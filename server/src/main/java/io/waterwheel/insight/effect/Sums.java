package io.waterwheel.insight.effect;

/// All that the comparison needs to know of one arm: how many people, and sums over them of the measure after (y)
/// and
/// before (x). People without any activity add nothing but to `people`.
record Sums(long people, double y, double yy, double x, double xx, double xy) {

    static final Sums NOBODY = new Sums(0, 0, 0, 0, 0, 0);

    Sums plus(double after, double before) {
        return new Sums(
                people + 1, y + after, yy + after * after, x + before, xx + before * before, xy + after * before);
    }

    double meanY() {
        return y / people;
    }

    double meanX() {
        return x / people;
    }

    /// Sum of squared distances from the mean; rounding may not make it negative.
    double spreadY() {
        return Math.max(0, yy - y * y / people);
    }

    double spreadX() {
        return Math.max(0, xx - x * x / people);
    }

    double spreadXY() {
        return xy - x * y / people;
    }
}
