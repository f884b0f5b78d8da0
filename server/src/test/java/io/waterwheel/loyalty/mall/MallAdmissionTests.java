package io.waterwheel.loyalty.mall;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.loyalty.MallOrderState;
import io.waterwheel.loyalty.MallRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MallAdmissionTests {

    private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");
    private static final MallAdmission.Buyer RICH = new MallAdmission.Buyer(true, "gold", 0, 1_000);

    private static MallAdmission.Asked item(Integer left, Integer perMember, String... tiers) {
        return new MallAdmission.Asked(true, null, null, List.of(tiers), perMember, left, 100, 1);
    }

    @Test
    void whoMayAndCanHasNothingInTheWay() {
        assertThat(MallAdmission.refusal(item(null, null), RICH, NOW)).isNull();
        assertThat(MallAdmission.refusal(item(1, 1, "gold"), RICH, NOW)).isNull();
    }

    @Test
    void salesBeginAtTheirInstantAndAreOverAtTheirs() {
        MallAdmission.Asked timed =
                new MallAdmission.Asked(true, NOW, NOW.plusSeconds(10), List.of(), null, null, 1, 1);
        assertThat(MallAdmission.refusal(timed, RICH, NOW.minusMillis(1))).isEqualTo(MallRefusal.NOT_YET);
        assertThat(MallAdmission.refusal(timed, RICH, NOW)).isNull();
        assertThat(MallAdmission.refusal(timed, RICH, NOW.plusSeconds(10))).isEqualTo(MallRefusal.OVER);
    }

    @Test
    void whatCannotBeHelpedIsSaidFirst() {
        MallAdmission.Buyer poorSilver = new MallAdmission.Buyer(true, "silver", 1, 0);
        assertThat(MallAdmission.refusal(item(0, 1, "gold"), poorSilver, NOW)).isEqualTo(MallRefusal.TIER);
        assertThat(MallAdmission.refusal(item(0, 1), poorSilver, NOW)).isEqualTo(MallRefusal.SOLD_OUT);
        assertThat(MallAdmission.refusal(item(5, 1), poorSilver, NOW)).isEqualTo(MallRefusal.LIMIT_REACHED);
        assertThat(MallAdmission.refusal(item(5, 2), poorSilver, NOW)).isEqualTo(MallRefusal.POINTS);
        MallAdmission.Buyer stranger = new MallAdmission.Buyer(false, null, 0, 1_000);
        assertThat(MallAdmission.refusal(item(5, 2), stranger, NOW)).isEqualTo(MallRefusal.NOT_A_MEMBER);
    }

    @Test
    void stockLimitAndPointsCountPieces() {
        MallAdmission.Buyer one = new MallAdmission.Buyer(true, "gold", 1, 1_000);
        assertThat(MallAdmission.refusal(pieces(5, 5, 4), one, NOW)).isNull();
        assertThat(MallAdmission.refusal(pieces(5, 5, 5), one, NOW)).isEqualTo(MallRefusal.OVER_LIMIT);
        assertThat(MallAdmission.refusal(pieces(5, 1, 2), one, NOW)).isEqualTo(MallRefusal.LIMIT_REACHED);
        assertThat(MallAdmission.refusal(pieces(3, null, 4), one, NOW)).isEqualTo(MallRefusal.TOO_FEW_LEFT);
        assertThat(MallAdmission.refusal(pieces(0, null, 4), one, NOW)).isEqualTo(MallRefusal.SOLD_OUT);
        assertThat(MallAdmission.refusal(pieces(null, null, 10), one, NOW)).isNull();
        assertThat(MallAdmission.refusal(pieces(null, null, 11), one, NOW)).isEqualTo(MallRefusal.POINTS);
    }

    private static MallAdmission.Asked pieces(Integer left, Integer perMember, int pieces) {
        return new MallAdmission.Asked(true, null, null, List.of(), perMember, left, 100, pieces);
    }

    @Test
    void anOrderThatWasHandedOutMayOnlyComeBackAndOneThatWasCancelledOrCameBackStaysSo() {
        assertThat(MallOrderState.ORDERED.next()).isEqualTo(Set.of(MallOrderState.PAID, MallOrderState.CANCELLED));
        assertThat(MallOrderState.PAID.next()).isEqualTo(Set.of(MallOrderState.FULFILLED, MallOrderState.CANCELLED));
        assertThat(MallOrderState.FULFILLED.next()).isEqualTo(Set.of(MallOrderState.RETURNED));
        assertThat(MallOrderState.CANCELLED.next()).isEmpty();
        assertThat(MallOrderState.RETURNED.next()).isEmpty();
    }

    @Test
    void aCellOfTheShippingFileIsNoFormula() {
        assertThat(ShippingFile.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(ShippingFile.cell("上海\"路\"")).isEqualTo("\"上海\"\"路\"\"\"");
        assertThat(ShippingFile.cell(null)).isEqualTo("\"\"");
    }
}
