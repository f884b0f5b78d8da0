package io.waterwheel.loyalty.draw;

import io.waterwheel.loyalty.DrawProblem;
import io.waterwheel.loyalty.reward.Begun;

/// What may change of a draw that has begun; plain.
final class BegunDraw {

    private BegunDraw() {}

    /// @param over whether its seed is known: it ended
    /// @throws io.waterwheel.kernel.problem.Problem `draw-begun`, with every place that may not change so
    static void refuse(NewDraw was, NewDraw becomes, boolean over) {
        Begun begun = new Begun(DrawProblem.DRAW_BEGUN)
                .fixed("/price", was.price(), becomes.price())
                .upwards("/perDay", was.perDay(), becomes.perDay())
                .fixed("/from", was.from(), becomes.from())
                .fixed("/prizes", was.prizes().size(), becomes.prizes().size());
        if (over) {
            begun.fixed("/until", was.until(), becomes.until());
        }
        for (int i = 0; i < Math.min(was.prizes().size(), becomes.prizes().size()); i++) {
            NewDraw.NewPrize old = was.prizes().get(i);
            NewDraw.NewPrize fresh = becomes.prizes().get(i);
            begun.fixed("/prizes/" + i + "/weight", old.weight(), fresh.weight())
                    .fixed("/prizes/" + i + "/reward", old.reward(), fresh.reward())
                    .upwards("/prizes/" + i + "/stock", old.stock(), fresh.stock());
        }
        begun.throwIfFaulty();
    }
}
