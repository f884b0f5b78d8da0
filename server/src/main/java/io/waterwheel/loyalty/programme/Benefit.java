package io.waterwheel.loyalty.programme;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.reward.Reward;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What members of a tier, or those who paid for a membership, get beside points. One that gives nothing is
/// words, and somebody's task to keep.
///
/// @param name       what it is, in the brand's words
/// @param cost       what one costs the brand, in the currency's major unit
/// @param id         lower-case, once in the programme; it stays the same benefit under another name. Null
///                   only where it gives nothing.
/// @param day        of the member day: which day of the month; null otherwise
/// @param daysBefore of the birthday: how many days before
/// @param gives      what is handed out; null for words alone
@Schema(name = "TierBenefit")
public record Benefit(
        String name,
        BigDecimal cost,
        BenefitEvery every,
        @Nullable String id,
        @Nullable Integer day,
        int daysBefore,
        @Nullable Reward gives) {

    /// No month is without it.
    public static final int LAST_MEMBER_DAY = 28;

    public static final int MOST_DAYS_BEFORE = 30;

    private static final int MOST_CHANCES = 100;

    public Benefit {
        Misfit.text(name, 60, "/name");
        Misfit.outside(cost, "0", "1000000", "/cost");
        Misfit.outside(daysBefore, 0, MOST_DAYS_BEFORE, "/daysBefore");
        String told = id == null && gives != null ? "" : id;
        Misfit.when(told != null && !EarnRule.ID.matcher(told).matches(), "/id", ProgrammeFault.NOT_A_NAME, "");
        if (every == BenefitEvery.MEMBER_DAY) {
            Misfit.outside(day == null ? 0 : day, 1, LAST_MEMBER_DAY, "/day");
        }
        switch (gives) {
            case Reward.OfPoints(long points) -> Misfit.outside(points, 1, Grant.MOST_POINTS, "/gives/points");
            case Reward.OfChances(var _, int chances) -> Misfit.outside(chances, 1, MOST_CHANCES, "/gives/chances");
            case Reward.OfCoupon _ -> {}
            case null -> {}
        }
    }

    /// Nothing but words.
    public Benefit(String name, BigDecimal cost, BenefitEvery every) {
        this(name, cost, every, null, every == BenefitEvery.MEMBER_DAY ? 1 : null, 0, null);
    }
}
