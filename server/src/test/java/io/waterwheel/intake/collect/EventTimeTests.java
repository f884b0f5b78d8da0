package io.waterwheel.intake.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00.250Z, 2026-03-01T10:00:00.250Z",
        "1999-12-31T23:59:59.999Z, 1999-12-31T23:59:59.999Z",
        "2026-03-01T10:00:00.25Z, 2026-03-01T10:00:00.250Z",
        "2026-03-01T10:00:00+08:00, 2026-03-01T02:00:00Z",
        "2026-03-01T10:00:00.5-0530, 2026-03-01T15:30:00.5Z",
        "2026-03-01T10:00:00, 2026-03-01T02:00:00Z",
        "2026-03-01 10:00:00, 2026-03-01T02:00:00Z",
        "2026-03-01, 2026-02-28T16:00:00Z"
    })
    void aTimeIsReadInTheBrandsZoneUnlessItSaysOtherwise(String text, Instant expected) {
        assertThat(at(text, null)).isEqualTo(expected);
    }

    @Test
    void anEventWithoutATimeHappensWhenItArrives() {
        assertThat(at(null, null)).isEqualTo(NOW);
    }

    @Test
    void theSendersErrorIsTakenOut() {
        assertThat(at("2026-03-01T15:00:00Z", "2026-03-01T15:10:00Z")).isEqualTo("2026-03-01T11:50:00Z");
    }

    /// How long before the sending an event happened is all that a wrong clock can still tell.
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01T11:59:58Z, 2026-03-01T12:00:00Z, 2026-03-01T11:59:58Z",
        "2026-03-01T11:00:00Z, 2026-03-01T11:00:05Z, 2026-03-01T11:59:55Z",
        "1970-01-01T00:00:01Z, 1970-01-01T00:00:02Z, 2026-03-01T11:59:59Z",
        "2030-01-01T00:00:00Z, 2030-01-01T00:00:00Z, 2026-03-01T12:00:00Z",
        "2030-01-01T00:00:00Z, 2030-01-03T00:00:00Z, 2026-02-27T12:00:00Z",
        "2026-03-01T20:00:00, 2026-03-01T20:00:30, 2026-03-01T11:59:30Z",
        "2026-03-01T20:00:00+08:00, 2026-03-01T12:00:30Z, 2026-03-01T11:59:30Z",
        "2026-03-01T10:00:00.123Z, 2026-03-01T10:00:00.124Z, 2026-03-01T11:59:59.999Z",
        "2026-03-01T15:00:00Z, 2026-03-01T14:59:00Z, 2026-03-01T12:01:00Z"
    })
    void aClockMayBeWrongByAnyAmount(String timestamp, String sentAt, Instant expected) {
        assertThat(at(timestamp, sentAt)).isEqualTo(expected);
    }

    @Test
    void withoutATimeThereIsNothingToCorrect() {
        assertThat(at(null, "2030-01-01T00:00:00Z")).isEqualTo(NOW);
        assertThat(at(" ", "2030-01-01T00:00:00Z")).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "", " ", "0", "2026-02-30T00:00:00.000Z"})
    void aSentAtThatCannotBeReadCorrectsNothing(String sentAt) {
        assertThat(at("2026-03-01T11:00:00Z", sentAt)).isEqualTo("2026-03-01T11:00:00Z");
    }

    @Test
    void noErrorOfAClockIsTooLargeToBeReckoned() {
        assertThatThrownBy(() -> at("2026-03-01T11:00:00Z", "-999999999-01-01T00:00:00Z"))
                .isInstanceOfAny(DateTimeException.class, ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "1700000000",
                "2026-13-01T00:00:00Z",
                "2026-03-01T10:00:00+99:00",
                "2026-02-30T10:00:00.000Z",
                "2026-03-01T10:00:60.000Z",
                "2026-03-01T10:00:00.0٣0Z",
                "+-Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> at(text, null)).isInstanceOf(DateTimeException.class);
    }

    private static Instant at(@Nullable String timestamp, @Nullable String sentAt) {
        return EventTime.of(timestamp, sentAt, NOW, ZoneId.of("Asia/Shanghai"));
    }
}
