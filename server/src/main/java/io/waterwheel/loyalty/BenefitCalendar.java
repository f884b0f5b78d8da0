package io.waterwheel.loyalty;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// What is on when: member days, multipliers, coupons, the mall, draws, tasks and benefits of a month, in
/// one list.
public interface BenefitCalendar {

    /// For everybody. What depends on a member's birthday stands on no day.
    List<Entry> month(Brand brand, YearMonth month);

    /// For one member: with their birthday, and without what their tier does not have.
    List<Entry> month(Brand brand, CustomerNo member, YearMonth month);

    /// The benefits a member was given, the newest first, at most a hundred.
    List<Given> given(Brand brand, CustomerNo member);

    /// @param id   of what it is about, within its kind
    /// @param days of the month, in order; empty where it depends on the member
    @Schema(name = "BenefitCalendarEntry")
    record Entry(Kind kind, String id, String name, Text words, List<LocalDate> days) {}

    /// @param name what the benefit is called
    @Schema(name = "BenefitGiven")
    record Given(String name, Instant at) {}

    /// What an entry is about.
    enum Kind {
        /// Days of the week or the month on which a rule of the programme holds.
        @JsonProperty("member-day")
        MEMBER_DAY,
        /// A rule of the programme that holds from a day until a day.
        @JsonProperty("rule")
        RULE,
        /// Rules and benefits around the birthday.
        @JsonProperty("birthday")
        BIRTHDAY,
        /// A coupon that can be used on these days.
        @JsonProperty("coupon")
        COUPON,
        /// Something the mall sells for a time.
        @JsonProperty("mall")
        MALL,
        @JsonProperty("draw")
        DRAW,
        @JsonProperty("task")
        TASK,
        /// What a tier gets every month or year.
        @JsonProperty("benefit")
        BENEFIT
    }
}
