package io.waterwheel.loyalty.earn;

import java.math.BigDecimal;
import java.util.List;

/// What one rule gives for one occasion.
///
/// @param rule        its place in the programme
/// @param base        before multiplying
/// @param multipliers places of the rules that multiply it, those that count
/// @param factor      what they make together; 1 for none
/// @param full        after multiplying
/// @param points      what is given: less than `full` where caps leave no more
public record Given(int rule, long base, List<Integer> multipliers, BigDecimal factor, long full, long points) {

    public Given {
        multipliers = List.copyOf(multipliers);
    }

    Given cut(long most) {
        return new Given(rule, base, multipliers, factor, full, most);
    }

    boolean capped() {
        return points < full;
    }
}
