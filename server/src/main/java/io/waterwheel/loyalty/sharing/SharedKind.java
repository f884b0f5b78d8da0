package io.waterwheel.loyalty.sharing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who shares an account.
public enum SharedKind {
    FAMILY(6),
    COMPANY(50);

    private final int most;

    SharedKind(int most) {
        this.most = most;
    }

    /// How many people an account has at most, unless the brand says otherwise.
    int most() {
        return most;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SharedKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
