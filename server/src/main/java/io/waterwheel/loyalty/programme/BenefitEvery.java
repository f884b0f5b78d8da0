package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// When a benefit is given.
public enum BenefitEvery {
    /// Once for good, when the tier is reached or the membership paid for.
    @JsonProperty("once")
    ONCE("升级时", "on reaching it"),
    /// When it is reached or paid for, and again whenever that happens after it was lost.
    @JsonProperty("again")
    AGAIN("每次升级时", "each time it is reached"),
    @JsonProperty("month")
    MONTH("每月", "every month"),
    @JsonProperty("year")
    YEAR("每年", "every year"),
    /// Once a year, around the birthday.
    @JsonProperty("birthday")
    BIRTHDAY("生日", "on the birthday"),
    /// Each month on one day of it.
    @JsonProperty("memberDay")
    MEMBER_DAY("每月会员日", "on the member day of each month");

    private final Text words;

    BenefitEvery(String zh, String en) {
        this.words = new Text(zh, en);
    }

    public Text words() {
        return words;
    }
}
