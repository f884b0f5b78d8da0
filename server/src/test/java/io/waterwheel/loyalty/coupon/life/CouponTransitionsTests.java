package io.waterwheel.loyalty.coupon.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CouponTransitionsTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "modules", "coupon-states.md");

    @Test
    void nothingFollowsTheEnd() {
        for (CouponStep step : CouponStep.values()) {
            for (CouponState end : Set.of(CouponState.EXPIRED, CouponState.WITHDRAWN, CouponState.RETURNED)) {
                assertThat(CouponTransitions.next(end, step))
                        .as("%s %s", end, step)
                        .isEmpty();
            }
        }
    }

    @Test
    void aStepLeadsToOneStateOnly() {
        assertThat(CouponTransitions.TABLE.stream()
                        .map(each -> each.from() + " " + each.step())
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsRedeemedIsRedeemedOnceUntilItComesBack() {
        assertThat(CouponTransitions.next(CouponState.REDEEMED, CouponStep.REDEEM))
                .isEmpty();
        assertThat(CouponTransitions.next(CouponState.REDEEMED, CouponStep.LOCK))
                .isEmpty();
        assertThat(CouponTransitions.next(CouponState.REDEEMED, CouponStep.EXPIRE))
                .isEmpty();
        assertThat(CouponTransitions.next(CouponState.REDEEMED, CouponStep.GIVE_BACK))
                .contains(CouponState.ISSUED);
    }

    @Test
    void whatIsOnItsWayToSomebodyElseCannotBeUsed() {
        assertThat(CouponTransitions.next(CouponState.OFFERED, CouponStep.REDEEM))
                .isEmpty();
        assertThat(CouponTransitions.next(CouponState.OFFERED, CouponStep.LOCK)).isEmpty();
    }

    @Test
    void whatIsKeptForAnOrderDoesNotExpireUnderIt() {
        assertThat(CouponTransitions.next(CouponState.LOCKED, CouponStep.EXPIRE))
                .isEmpty();
    }

    @Test
    void theDiagramIsDrawnFromTheTable() throws IOException {
        if (Boolean.getBoolean("waterwheel.generate")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, diagram());
        }
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("docs/modules/coupon-states.md is out of date; write it anew with: ./waterwheel generate")
                .isEqualTo(diagram());
    }

    private static String diagram() {
        String arrows = CouponTransitions.TABLE.stream()
                .map(each -> "    " + each.from().code() + " --> " + each.to().code() + ": "
                        + each.step().code())
                .collect(Collectors.joining("\n"));
        return """
                # The life of a coupon

                Generated from `CouponTransitions` by `./waterwheel generate`.

                ```mermaid
                stateDiagram-v2
                    [*] --> issued
                %s
                    returned --> [*]
                    expired --> [*]
                    withdrawn --> [*]
                ```
                """.formatted(arrows);
    }
}
