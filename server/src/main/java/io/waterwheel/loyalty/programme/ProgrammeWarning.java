package io.waterwheel.loyalty.programme;

import io.waterwheel.kernel.Text;
import java.util.Locale;

/// What may be published and is likely not meant.
public enum ProgrammeWarning {
    PAGES_UNCAPPED(
            "网页、App 的写入密钥谁都能看到，可以替任何会员无数次上报；请给每人每天、每月或总共定一个上限。",
            "Anybody can read the write key of a page or an app and say so of any member any number of times: set a cap by day,"
                    + " by month or in all."),
    REWARDS_WHO_WAS_BROUGHT(
            "「由老客推荐而来」奖励的是被推荐的人，每人一次；要奖励推荐人，请用「推荐了朋友」（Referral Made）。",
            "“Customer Referred” rewards the person who was brought, once. To reward who brought them use “Referral Made”.");

    private final Text message;

    ProgrammeWarning(String zh, String en) {
        this.message = new Text(zh, en);
    }

    InvalidProgramme.Place at(String pointer) {
        return new InvalidProgramme.Place(
                pointer, name().toLowerCase(Locale.ROOT).replace('_', '-'), message);
    }
}
