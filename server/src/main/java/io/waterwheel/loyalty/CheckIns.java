package io.waterwheel.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import java.time.LocalDate;
import java.util.List;

/// Daily check-in, as one member sees it. A day is one of the brand's.
public interface CheckIns {

    /// Where the member stands today.
    Status status(Brand brand, CustomerNo member);

    /// Checks in for today. Asked again on the same day it changes nothing.
    CheckedIn checkIn(Brand brand, CustomerNo member);

    /// @param open   whether the brand has check-ins and this is a member
    /// @param done   whether they checked in today
    /// @param streak days in a row, today counted if done; 0 after a day was left out
    /// @param ahead  what today, if not done, and the days after bring, seven of them
    /// @param days   the days of this month on which they did
    @Schema(name = "CheckInStatus")
    record Status(
            boolean open, LocalDate today, boolean done, int streak, List<DayAhead> ahead, List<LocalDate> days) {}

    /// @param streak which day in a row it would be
    /// @param bonus  beside the points
    @Schema(name = "CheckInDayAhead")
    record DayAhead(LocalDate day, int streak, long points, List<MemberReward> bonus) {}

    /// What became of it.
    sealed interface CheckedIn {

        /// @param repeated whether they had already
        record Done(LocalDate day, int streak, long points, List<MemberReward> bonus, boolean repeated)
                implements CheckedIn {}

        record Refused(Text why) implements CheckedIn {}
    }
}
