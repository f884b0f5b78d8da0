package io.waterwheel.loyalty.points;

import io.waterwheel.loyalty.PointsCommand.Payee;
import java.util.Locale;

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

    public boolean ofMember() {
        return compareTo(DEBT) <= 0;
    }

    boolean ofPayee() {
        return this == MALL || this == ORDER || this == GAME;
    }
}
