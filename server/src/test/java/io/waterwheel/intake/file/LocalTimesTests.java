package io.waterwheel.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimesTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2009-12-01 07:45:00 | 2009-11-30T23:45:00Z",
                "2009-12-01 07:45 | 2009-11-30T23:45:00Z",
                "2009-12-01T07:45:00.123 | 2009-11-30T23:45:00Z",
                "2009/12/1 7:45 | 2009-11-30T23:45:00Z",
                "2009.12.01 | 2009-11-30T16:00:00Z",
                "2009年12月1日 7时45分 | 2009-11-30T23:45:00Z",
                "20091201 | 2009-11-30T16:00:00Z",
                "2009-12-01T07:45:00Z | 2009-12-01T07:45:00Z",
                "2009-12-01T07:45:00-05:00 | 2009-12-01T12:45:00Z",
                "2009-12-01 07:45:00 PM | 2009-12-01T11:45:00Z",
                "2009-12-01 12:05 am | 2009-11-30T16:05:00Z",
                "25/12/2009 07:45 | 2009-12-24T23:45:00Z",
                "12/25/2009 07:45 | 2009-12-24T23:45:00Z",
                "5/5/2009 | 2009-05-04T16:00:00Z"
            })
    void timesAreReadAsPeopleWriteThem(String text, Instant expected) throws Exception {
        assertThat(millis(text, DayOrder.UNKNOWN)).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "2009-13-01",
                "2009-02-30",
                "2009-12-01 25:00",
                "12/25/09",
                "0",
                "40513.35",
                "2009-12",
                "99999999999-1-1",
                "1969-12-31"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThat(refusal(text, DayOrder.UNKNOWN)).isEqualTo(LineFault.DATE_UNREADABLE);
    }

    @Test
    void dayAndMonthAreNotGuessed() throws Exception {
        assertThat(refusal("3/4/2009", DayOrder.UNKNOWN)).isEqualTo(LineFault.DATE_AMBIGUOUS);
        assertThat(millis("3/4/2009", DayOrder.DAY_FIRST)).isEqualTo(millis("2009-04-03", DayOrder.UNKNOWN));
        assertThat(millis("3/4/2009", DayOrder.MONTH_FIRST)).isEqualTo(millis("2009-03-04", DayOrder.UNKNOWN));
        assertThat(refusal("25/12/2009", DayOrder.MONTH_FIRST)).isEqualTo(LineFault.DATE_UNREADABLE);
    }

    @Test
    void oneDateCanProveTheOrderOfAll() {
        assertThat(DayOrder.provenBy("25/12/2009 8:00")).isEqualTo(DayOrder.DAY_FIRST);
        assertThat(DayOrder.provenBy("12/25/2009")).isEqualTo(DayOrder.MONTH_FIRST);
        assertThat(DayOrder.provenBy("12/11/2009")).isEqualTo(DayOrder.UNKNOWN);
        assertThat(DayOrder.provenBy("2009-12-25")).isNull();
    }

    @Test
    void whatJavaWritesIsReadBack() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<DateTimeFormatter> formats = List.of(
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"),
                DateTimeFormatter.ofPattern("yyyy/M/d H:m:s"),
                DateTimeFormatter.ofPattern("d.M.yyyy HH:mm:ss"),
                DateTimeFormatter.ofPattern("yyyy'年'M'月'd'日' H:mm:ss"));
        for (int i = 0; i < 5_000; i++) {
            LocalDateTime time = LocalDateTime.of(1970, 1, 2, 0, 0).plusSeconds(random.nextLong(3_000_000_000L));
            String text = time.format(formats.get(random.nextInt(formats.size())));
            assertThat(millis(text, DayOrder.DAY_FIRST))
                    .as("seed %d, %s", seed, text)
                    .isEqualTo(time.atZone(SHANGHAI).toInstant().toEpochMilli());
        }
    }

    private static long millis(String text, DayOrder order) throws LineRefused {
        return new LocalTimes(SHANGHAI, order).millis(text, 0);
    }

    private static LineFault refusal(String text, DayOrder order) {
        return catchThrowableOfType(LineRefused.class, () -> millis(text, order))
                .fault();
    }
}
