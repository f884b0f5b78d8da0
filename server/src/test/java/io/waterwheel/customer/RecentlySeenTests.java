package io.waterwheel.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.LoggedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentlySeenTests {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final BrandId BRAND = new BrandId((short) 1);

    private final RecentlySeen recently = new RecentlySeen();

    @Test
    void whoComesAgainWithinTenMinutesChangesNothing() {
        assertThat(seen(1, 0)).isTrue();
        assertThat(seen(1, 600)).isFalse();
        assertThat(seen(1, 601)).isTrue();
        assertThat(seen(1, 1_200)).isFalse();
        assertThat(seen(1, -1)).as("earlier than ever before").isTrue();
        assertThat(seen(2, 0)).as("another customer").isTrue();
    }

    @Test
    void whoShowsAMemberNumberForTheFirstTimeIsLookedAt() {
        assertThat(seen(1, 0)).isTrue();
        assertThat(recently.mayChange(viewed(1, 0, Set.of(IdentifierKind.MEMBER_NO)), new CustomerNo(1)))
                .isTrue();
        assertThat(recently.mayChange(viewed(1, 0, Set.of(IdentifierKind.MEMBER_NO)), new CustomerNo(1)))
                .isFalse();
    }

    @Test
    void whoNamesAPhoneForTheFirstTimeIsLookedAt() {
        assertThat(seen(1, 0)).isTrue();
        assertThat(recently.mayChange(viewed(1, 0, Set.of(IdentifierKind.PHONE)), new CustomerNo(1)))
                .isTrue();
        assertThat(recently.mayChange(viewed(1, 0, Set.of(IdentifierKind.PHONE)), new CustomerNo(1)))
                .isFalse();
    }

    @Test
    void whatWasForgottenIsLookedAtAgain() {
        assertThat(seen(1, 0)).isTrue();
        recently.forget();
        assertThat(seen(1, 0)).isTrue();
    }

    @Test
    void saysTheSameAsOneWhoRemembersEverything() {
        Random random = new Random(5);
        Map<Integer, Everything> everything = new HashMap<>();
        for (int i = 0; i < 300_000; i++) {
            int customer = 1 + random.nextInt(10_000);
            int second = i / 20 + random.nextInt(40) - 20;
            Set<IdentifierKind> kinds = random.nextInt(50) == 0 ? Set.of(IdentifierKind.EMAIL) : Set.of();
            boolean expected = everything
                    .computeIfAbsent(customer, number -> new Everything())
                    .changes(second, kinds);
            assertThat(recently.mayChange(viewed(customer, second, kinds), new CustomerNo(customer)))
                    .as("event " + i + " of customer " + customer)
                    .isEqualTo(expected);
        }
    }

    @Test
    void whoWasSeenLongestAgoMakesRoom() {
        for (int customer = 1; customer <= 1_000_000; customer++) {
            assertThat(seen(customer, customer)).isTrue();
        }
        int remembered = 0;
        for (int customer = 900_001; customer <= 1_000_000; customer++) {
            remembered += seen(customer, customer) ? 0 : 1;
        }
        assertThat(remembered).isGreaterThan(95_000);
        assertThat(seen(1, 1)).isTrue();
    }

    /// The plainest way to say it, without a bound.
    private static final class Everything {

        private final Set<IdentifierKind> told = new HashSet<>();
        private int from = Integer.MAX_VALUE;
        private int to = Integer.MIN_VALUE;

        boolean changes(int second, Set<IdentifierKind> kinds) {
            boolean inside = second >= from && second <= to + RecentlySeen.SEEN_GRAIN.toSeconds();
            boolean known = told.containsAll(kinds);
            if (inside && known) {
                return false;
            }
            from = Math.min(from, second);
            to = Math.max(to, second);
            told.addAll(kinds);
            return true;
        }
    }

    private boolean seen(int customer, int second) {
        return recently.mayChange(viewed(customer, second, Set.of()), new CustomerNo(customer));
    }

    private static LoggedEvent viewed(int customer, int second, Set<IdentifierKind> kinds) {
        CustomerNo number = new CustomerNo(customer);
        Instant at = NOON.plusSeconds(second);
        return new LoggedEvent(1, BRAND, number, number, EventNames.PAGE_VIEWED, at, at, "web", "m", kinds, "{}");
    }
}
