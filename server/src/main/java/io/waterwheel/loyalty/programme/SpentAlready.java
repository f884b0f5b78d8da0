package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;
import io.waterwheel.loyalty.PointsCommand.DebtRule;

/// What happens when points are taken back that were spent already.
public enum SpentAlready {
    @JsonProperty("othersThenDebt")
    OTHERS_THEN_DEBT("其他积分抵，不够的记欠", "other points pay, the rest is owed", DebtRule.OTHERS_THEN_DEBT),
    @JsonProperty("debt")
    DEBT("记欠", "it is owed", DebtRule.DEBT),
    @JsonProperty("othersThenForgive")
    OTHERS_THEN_FORGIVE("其他积分抵，不够的品牌承担", "other points pay, the brand bears the rest", DebtRule.OTHERS_THEN_FORGIVE),
    @JsonProperty("forgive")
    FORGIVE("品牌承担", "the brand bears it", DebtRule.FORGIVE);

    private final Text words;
    private final DebtRule rule;

    SpentAlready(String zh, String en, DebtRule rule) {
        this.words = new Text(zh, en);
        this.rule = rule;
    }

    Text words() {
        return words;
    }

    public DebtRule rule() {
        return rule;
    }
}
