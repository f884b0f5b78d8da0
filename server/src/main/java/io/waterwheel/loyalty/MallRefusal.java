package io.waterwheel.loyalty;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// Why somebody cannot have something of the mall now.
public enum MallRefusal {
    @JsonProperty("not-a-member")
    NOT_A_MEMBER("还不是会员", "Not a member yet"),
    @JsonProperty("off-shelf")
    OFF_SHELF("已下架", "No longer on the shelf"),
    @JsonProperty("not-yet")
    NOT_YET("还没有开始兑换", "Not sold yet"),
    @JsonProperty("over")
    OVER("兑换已结束", "No longer sold"),
    @JsonProperty("tier")
    TIER("当前等级不能兑换", "Not for this tier"),
    @JsonProperty("limit-reached")
    LIMIT_REACHED("已达到每人兑换上限", "As many as one member may have"),
    @JsonProperty("over-limit")
    OVER_LIMIT("超过每人兑换上限，请减少数量", "More than one member may have; order fewer"),
    @JsonProperty("sold-out")
    SOLD_OUT("已兑完", "Sold out"),
    @JsonProperty("too-few-left")
    TOO_FEW_LEFT("库存不足，请减少数量", "Fewer are left; order fewer"),
    @JsonProperty("points")
    POINTS("积分不足", "Too few points"),
    @JsonProperty("key-taken")
    KEY_TAKEN("该幂等键已用于另一个兑换", "The key stands for another order");

    private final Text words;

    MallRefusal(String zh, String en) {
        this.words = new Text(zh, en);
    }

    public Text words() {
        return words;
    }
}
