package io.waterwheel.touch.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.Route;
import io.waterwheel.touch.TextLimit;
import io.waterwheel.touch.broadcast.Personalised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallGroupsTests {

    private static final ChannelPromise SHARED =
            ChannelPromise.nothing(TextLimit.bytes(4_000)).sharedBySender(10_000);
    private static final ChannelPromise SINGLE =
            ChannelPromise.nothing(TextLimit.bytes(4_000)).parallel(4);
    private static final ChannelPromise BATCHED =
            ChannelPromise.nothing(TextLimit.characters(500)).batched(2);

    @Test
    void oneCallCarriesOneTextOfOneGuide() {
        List<Personalised> people = List.of(
                person(1, "ning", "你好"), person(2, "bo", "你好"), person(3, "ning", "你好"), person(4, "ning", "小美你好"));
        assertThat(numbers(CallGroups.of(people, SHARED))).containsExactly(List.of(1, 3), List.of(2), List.of(4));
    }

    @Test
    void aCallHasAtMostTenThousandRecipients() {
        List<Personalised> people = new ArrayList<>();
        for (int customer = 1; customer <= 25_001; customer++) {
            people.add(person(customer, "ning", "你好"));
        }
        assertThat(CallGroups.of(people, SHARED)).extracting(List::size).containsExactly(10_000, 10_000, 5_001);
    }

    @Test
    void whereEveryoneGetsTheirOwnEveryoneIsACall() {
        assertThat(numbers(CallGroups.of(List.of(person(1, "x", "a"), person(2, "x", "a")), SINGLE)))
                .containsExactly(List.of(1), List.of(2));
    }

    @Test
    void aBatchCarriesDifferentTexts() {
        assertThat(numbers(
                        CallGroups.of(List.of(person(1, "x", "a"), person(2, "x", "b"), person(3, "x", "a")), BATCHED)))
                .containsExactly(List.of(1, 2), List.of(3));
    }

    @Test
    void aBatchOfOneSenderCarriesDifferentTextsOfThatSenderOnly() {
        assertThat(numbers(CallGroups.of(
                        List.of(person(1, "x", "a"), person(2, "y", "b"), person(3, "x", "c")), BATCHED.bySender())))
                .containsExactly(List.of(1, 3), List.of(2));
    }

    @Test
    void aCallIsFoundAgainByItsKey() {
        assertThat(CallKeys.dispatch(CallKeys.call(new Errand(new BrandId((short) 1), ChannelKind.SMS, 7L), 55)))
                .hasValue(55);
        assertThat(CallKeys.dispatch(CallKeys.call(new Errand(new BrandId((short) 1), ChannelKind.SMS, null), 56)))
                .hasValue(56);
        assertThat(CallKeys.dispatch("b7-c55")).isEmpty();
        assertThat(CallKeys.dispatch("b7-d99999999999999999999")).isEmpty();
    }

    @Test
    void waitingGrowsToAMinute() {
        Backoff backoff = new Backoff();
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            waits.add(backoff.after(Duration.ZERO).toSeconds());
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(backoff.after(Duration.ofSeconds(90))).hasSeconds(90);
        backoff.reset();
        assertThat(backoff.after(Duration.ZERO)).hasSeconds(1);
    }

    @Test
    void resultsAreAskedForSeldomerWithTime() {
        Instant settled = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(DueReports.next(settled, settled.plusSeconds(10))).isEqualTo(settled.plusSeconds(15));
        assertThat(DueReports.next(settled, settled.plusSeconds(600))).isEqualTo(settled.plusSeconds(630));
        assertThat(DueReports.next(settled, settled.plusSeconds(7_200))).isEqualTo(settled.plusSeconds(7_800));
        assertThat(DueReports.next(settled, settled.plusSeconds(172_800))).isEqualTo(settled.plusSeconds(176_400));
    }

    private static List<List<Integer>> numbers(List<List<Personalised>> groups) {
        return groups.stream()
                .map(group -> group.stream().map(one -> one.customer().value()).toList())
                .toList();
    }

    private static Personalised person(int customer, String sender, String text) {
        return new Personalised(
                new CustomerNo(customer), new Route("wm" + customer, sender, Map.of()), null, text, text.hashCode());
    }
}
