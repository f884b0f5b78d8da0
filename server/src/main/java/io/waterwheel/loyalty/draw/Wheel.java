package io.waterwheel.loyalty.draw;

import java.util.List;

/// Which prize a roll wins: prizes lie one after the other on a million rolls, what is left over wins nothing.
final class Wheel {

    private Wheel() {}

    /// @param weights how many rolls each prize has
    /// @return its place, or -1
    static int place(List<Integer> weights, int roll) {
        int until = 0;
        for (int place = 0; place < weights.size(); place++) {
            until += weights.get(place);
            if (roll < until) {
                return place;
            }
        }
        return -1;
    }
}
