package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.Bound;
import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.Field;

/// How a measured number is compared: a [Bound], or the exact opposite of one.
enum Comparison {
    AT_LEAST,
    AT_MOST,
    LESS,
    MORE;

    static Comparison of(Bound bound) {
        return bound == Bound.AT_LEAST ? AT_LEAST : AT_MOST;
    }

    Comparison opposite() {
        return switch (this) {
            case AT_LEAST -> LESS;
            case AT_MOST -> MORE;
            case LESS -> AT_LEAST;
            case MORE -> AT_MOST;
        };
    }

    /// Whether it is the opposite of a bound, and of which.
    boolean isOpposite() {
        return this == LESS || this == MORE;
    }

    Bound bound() {
        return this == AT_LEAST || this == LESS ? Bound.AT_LEAST : Bound.AT_MOST;
    }

    /// @param sign of the measured number compared with the asked one
    boolean holds(int sign) {
        return switch (this) {
            case AT_LEAST -> sign >= 0;
            case AT_MOST -> sign <= 0;
            case LESS -> sign < 0;
            case MORE -> sign > 0;
        };
    }

    Condition of(Field<BigDecimal> measured, Field<BigDecimal> asked) {
        return switch (this) {
            case AT_LEAST -> measured.ge(asked);
            case AT_MOST -> measured.le(asked);
            case LESS -> measured.lt(asked);
            case MORE -> measured.gt(asked);
        };
    }
}
