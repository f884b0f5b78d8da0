package io.waterwheel.loyalty.points;

import io.waterwheel.loyalty.PointsCommand.Payee;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// An account that postings are made to: four of each member, the others of the brand.
public enum Side {
    AVAILABLE,
    PENDING,
    FROZEN,
    /// Owed by the member, so its postings are negative.
    DEBT,
    ISSUED,
    OPENED,
    EXPIRED,
    MALL,
    ORDER,
    GAME,
    ADJUSTED,
    FORGIVEN;

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    public static Side of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static Side of(Payee payee) {
        return switch (payee) {
            case MALL -> MALL;
            case ORDER -> ORDER;
            case GAME -> GAME;
        };
    }

    /// The kinds of bookings that may move it.
    public Set<EntryKind> kinds() {
        return switch (this) {
            case AVAILABLE -> EnumSet.allOf(EntryKind.class);
            case PENDING -> EnumSet.of(EntryKind.EARN, EntryKind.MATURE, EntryKind.TAKE_BACK, EntryKind.EXPIRE);
            case FROZEN -> EnumSet.of(EntryKind.FREEZE, EntryKind.CAPTURE, EntryKind.RELEASE);
            case DEBT ->
                EnumSet.of(
                        EntryKind.EARN,
                        EntryKind.OPEN,
                        EntryKind.CAPTURE,
                        EntryKind.RELEASE,
                        EntryKind.TAKE_BACK,
                        EntryKind.GIVE_BACK);
            case ISSUED -> EnumSet.of(EntryKind.EARN, EntryKind.TAKE_BACK);
            case OPENED -> EnumSet.of(EntryKind.OPEN, EntryKind.TAKE_BACK);
            case EXPIRED -> EnumSet.of(EntryKind.EXPIRE, EntryKind.CAPTURE, EntryKind.RELEASE);
            case MALL, ORDER, GAME -> EnumSet.of(EntryKind.SPEND, EntryKind.CAPTURE, EntryKind.GIVE_BACK);
            case ADJUSTED -> EnumSet.of(EntryKind.DEDUCT);
            case FORGIVEN -> EnumSet.of(EntryKind.TAKE_BACK);
        };
    }

    public boolean ofMember() {
        return compareTo(DEBT) <= 0;
    }

    boolean ofPayee() {
        return this == MALL || this == ORDER || this == GAME;
    }
}
