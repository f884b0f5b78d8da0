package io.waterwheel.loyalty.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.programme.BenefitEvery;
import io.waterwheel.loyalty.reward.Reward;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberPieceTests {

    private static final CustomerNo SILVER = new CustomerNo(1);
    private static final CustomerNo PLUS = new CustomerNo(2);
    private static final CustomerNo NOBODY = new CustomerNo(3);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 8);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    private static final MemberPiece PIECE = new MemberPiece(
            List.of(SILVER, PLUS, NOBODY),
            Map.of(PLUS, LocalDate.of(1990, 11, 9)),
            Map.of(SILVER, "silver", PLUS, "gold"),
            Map.of(PLUS, Set.of("plus")));

    private static NewBenefit benefit(BenefitEvery every, List<String> tiers, @Nullable String plan) {
        return new NewBenefit("x", every, tiers, plan, 7, 8, null, new Reward.OfPoints(1));
    }

    @Test
    void aBenefitWithoutATierIsForAllAndOneWithATierForItsMembers() {
        assertThat(PIECE.due(benefit(BenefitEvery.MONTH, List.of(), null), TODAY))
                .containsOnlyKeys(SILVER, PLUS, NOBODY)
                .containsValue(NOVEMBER);
        assertThat(PIECE.due(benefit(BenefitEvery.MONTH, List.of("silver"), null), TODAY))
                .containsOnlyKeys(SILVER);
        assertThat(PIECE.due(benefit(BenefitEvery.MEMBER_DAY, List.of("silver", "gold"), null), TODAY))
                .containsOnlyKeys(SILVER, PLUS);
    }

    @Test
    void aPaidMembershipsBenefitIsForItsHoldersWhateverTheirTier() {
        assertThat(PIECE.due(benefit(BenefitEvery.ONCE, List.of(), "plus"), TODAY))
                .containsOnlyKeys(PLUS);
        assertThat(PIECE.due(benefit(BenefitEvery.ONCE, List.of("silver"), "plus"), TODAY))
                .containsOnlyKeys(PLUS);
    }

    @Test
    void aBirthdayIsOfThoseWhoseIsKnownAndNear() {
        assertThat(PIECE.due(benefit(BenefitEvery.BIRTHDAY, List.of(), null), TODAY))
                .containsOnly(Map.entry(PLUS, LocalDate.of(2026, 1, 1)));
        assertThat(PIECE.due(benefit(BenefitEvery.BIRTHDAY, List.of(), null), TODAY.minusDays(30)))
                .isEmpty();
    }
}
