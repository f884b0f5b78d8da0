package io.waterwheel.journey.course;

import io.waterwheel.kernel.Text;
import java.util.Locale;

/// Why a run ended.
public enum EndReason {
    COMPLETED("走完了", "came to the end"),
    GOAL("达成目标", "reached the goal"),
    RULE("符合退出规则", "an exit rule took them out"),
    STOPPED("旅程已停止", "the journey was stopped"),
    MERGED("与另一位客户合并，保留走得更远的一次", "merged with another customer, who is further"),
    CONTROL("对照期结束", "the time to compare is over"),
    GONE("客户已被删除", "the customer is gone"),
    TAKEN_OUT("由人员移出", "a person took them out");

    private final Text words;

    EndReason(String zh, String en) {
        this.words = new Text(zh, en);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static EndReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public Text words() {
        return words;
    }
}
