package io.waterwheel.loyalty.earn;

import java.math.BigDecimal;
import java.util.List;

/// What one rule gives for one occasion.
///
/// @param rule        its place in the programme
/// @param base        before multiplying
/// @param multipliers places of the rules that multiply it, those that count
/// @param factor      what they make together; 1 for none
/// @param points      what is given
/// @param capped      whether caps left less than the rule gives
public record Given(int rule, long base, List<Integer> multipliers, BigDecimal factor, long points, boolean capped) {

    public Given {
        multipliers = List.copyOf(multipliers);
    }

    Given cut(long most) {
        return new Given(rule, base, multipliers, factor, most, true);
    }
}
