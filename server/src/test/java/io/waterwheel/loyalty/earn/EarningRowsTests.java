package io.waterwheel.loyalty.earn;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.ProgrammeText;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// When what an order earned is lost.
class EarningRowsTests {

    private static final String YEAR_END = "{'type':'dayOfYear','month':12,'day':31,'years':1}";

    @Test
    void pointsAreLostAtMidnightWhereTheBrandIs() {
        LocalDate day = LocalDate.of(2026, 5, 10);
        assertThat(lost("Asia/Shanghai", YEAR_END, day, 0)).isEqualTo(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(lost("America/New_York", YEAR_END, day, 0)).isEqualTo(Instant.parse("2027-01-01T05:00:00Z"));
        assertThat(lost("America/New_York", "{'type':'afterMonths','months':2}", day, 0))
                .as("in summer time")
                .isEqualTo(Instant.parse("2026-08-01T04:00:00Z"));
        assertThat(lost("Asia/Shanghai", "{'type':'never'}", day, 7)).isNull();
    }

    @Test
    void whereClocksSkipThatMidnightTheDayBeginsAnHourLater() {
        assertThat(lost(
                        "Africa/Cairo",
                        "{'type':'dayOfYear','month':4,'day':25,'years':1}",
                        LocalDate.of(2024, 1, 1),
                        0))
                .isEqualTo(Instant.parse("2024-04-25T22:00:00Z"));
    }

    @Test
    void pendingDaysTakeNothingFromHowLongPointsLast() {
        assertThat(lost("UTC", YEAR_END, LocalDate.of(2026, 12, 23), 7))
                .as("they can be spent on the 30th and the 31st")
                .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(lost("UTC", "{'type':'afterMonths','months':1}", LocalDate.of(2026, 1, 31), 20))
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void whatWouldBeLostTheDayItCanBeSpentIsLostAYearLater() {
        assertThat(lost("UTC", YEAR_END, LocalDate.of(2026, 12, 25), 7))
                .isEqualTo(Instant.parse("2028-01-01T00:00:00Z"));
        assertThat(lost("UTC", YEAR_END, LocalDate.of(2026, 12, 31), 7))
                .isEqualTo(Instant.parse("2028-01-01T00:00:00Z"));
    }

    private static @Nullable Instant lost(String zone, String expiry, LocalDate day, int pendingDays) {
        ProgrammeDefinition definition = ProgrammeText.read(
                List.of(ProgrammeText.BASE),
                "'points':{'pendingDays':" + pendingDays + ",'expiry':" + expiry + ",'debt':'debt'}");
        Brand brand = new Brand(BrandId.of(1), "tea", "Tea", Currency.getInstance("CNY"), ZoneId.of(zone));
        return EarningRows.lost(
                new LiveProgramme(brand, 1, Instant.EPOCH, "operator", definition, new EarnRules(definition, 2), null),
                day,
                day.plusDays(pendingDays));
    }
}
