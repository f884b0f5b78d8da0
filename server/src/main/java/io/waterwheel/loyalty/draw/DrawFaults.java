package io.waterwheel.loyalty.draw;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.reward.RewardCheck;
import org.springframework.stereotype.Component;

/// What is wrong with lucky draws.
@Component
class DrawFaults {

    private static final int MOST_PRIZES = 20;

    private final RewardCheck rewards;

    DrawFaults(RewardCheck rewards) {
        this.rewards = rewards;
    }

    /// @throws Problem `invalid`, with every wrong place
    void refuse(Brand brand, NewDraw draw) {
        Problem problem = new Problem(KernelProblem.INVALID);
        problem.within("/name", draw.name().strip().length(), 1, 40);
        problem.within("/price", draw.price() == null ? 1 : draw.price(), 1, 1_000_000);
        problem.within("/perDay", draw.perDay(), 1, 100);
        problem.within("/prizes", draw.prizes().size(), 1, MOST_PRIZES);
        if (draw.from() != null && draw.until() != null && !draw.until().isAfter(draw.from())) {
            problem.at("/until", "reversed", new Text("须晚于开始时间", "must be later than the beginning"));
        }
        long weights = 0;
        for (int i = 0; i < draw.prizes().size(); i++) {
            NewDraw.NewPrize prize = draw.prizes().get(i);
            problem.within("/prizes/" + i + "/name", prize.name().strip().length(), 1, 40);
            problem.within("/prizes/" + i + "/weight", prize.weight(), 1, Seed.ROLLS);
            problem.within("/prizes/" + i + "/stock", prize.stock() == null ? 1 : prize.stock(), 1, 1_000_000_000);
            rewards.check(brand, prize.reward(), "/prizes/" + i + "/reward", problem);
            weights += prize.weight();
        }
        if (weights > Seed.ROLLS) {
            problem.at("/prizes", "above-one", new Text("中奖概率合计超过 100%", "the odds add up to more than 100 %"));
        }
        problem.throwIfFaulty();
    }
}
