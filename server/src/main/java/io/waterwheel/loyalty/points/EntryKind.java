package io.waterwheel.loyalty.points;

import io.waterwheel.loyalty.PointsCommand;
import java.util.Locale;

/// What kind of booking an entry is.
public enum EntryKind {
    EARN,
    OPEN,
    MATURE,
    SPEND,
    FREEZE,
    CAPTURE,
    RELEASE,
    TAKE_BACK,
    GIVE_BACK,
    DEDUCT,
    EXPIRE;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String code() {
        return code;
    }

    public static EntryKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Whether it takes an earlier booking back, in part or whole.
    boolean reverses() {
        return this == TAKE_BACK || this == GIVE_BACK;
    }

    static EntryKind of(PointsCommand command) {
        return switch (command) {
            case PointsCommand.Earn _ -> EARN;
            case PointsCommand.Open _ -> OPEN;
            case PointsCommand.Spend _ -> SPEND;
            case PointsCommand.Freeze _ -> FREEZE;
            case PointsCommand.Capture _ -> CAPTURE;
            case PointsCommand.Release _ -> RELEASE;
            case PointsCommand.TakeBack _ -> TAKE_BACK;
            case PointsCommand.GiveBack _ -> GIVE_BACK;
            case PointsCommand.Deduct _ -> DEDUCT;
        };
    }
}
