package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The most points that may be given; each null for no cap. What refunds take back does not make room again.
///
/// @param perOrder to a member for one order
/// @param perDay   to a member on one day of the brand
/// @param perMonth to a member in one month
/// @param budget   to everybody, ever
@Schema(name = "EarnCaps")
public record Caps(
        @Nullable Long perOrder,
        @Nullable Long perDay,
        @Nullable Long perMonth,
        @Nullable Long budget) {

    public static final Caps NONE = new Caps(null, null, null, null);

    private static final long MOST = 1_000_000_000_000L;

    public Caps {
        check(perOrder, "/perOrder");
        check(perDay, "/perDay");
        check(perMonth, "/perMonth");
        check(budget, "/budget");
        Misfit.when(above(perOrder, perDay), "/perDay", ProgrammeFault.CAPS_RISE, "");
        Misfit.when(above(perDay, perMonth), "/perMonth", ProgrammeFault.CAPS_RISE, "");
    }

    private static void check(@Nullable Long cap, String place) {
        if (cap != null) {
            Misfit.outside(cap, 1, MOST, place);
        }
    }

    private static boolean above(@Nullable Long one, @Nullable Long other) {
        return one != null && other != null && one > other;
    }

    /// Whether what is no order cannot bring more and more.
    @JsonIgnore
    boolean limitsEvents() {
        return perDay != null || perMonth != null || budget != null;
    }

    @JsonIgnore
    public boolean any() {
        return perOrder != null || perDay != null || perMonth != null || budget != null;
    }
}
