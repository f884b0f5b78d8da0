package io.waterwheel.loyalty;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tasks and growth programmes, as one member sees them.
public interface MemberTasks {

    /// The tasks that are on and not over, what is still to be done first.
    List<MemberTask> tasks(Brand brand, CustomerNo member);

    /// The growth programmes that are on, each with its tasks.
    List<MemberGrowth> growth(Brand brand, CustomerNo member);

    /// @param id     a text
    /// @param text   what is to be done, in the brand's words
    /// @param link   where, null for nowhere in particular
    /// @param times  how often in one period
    /// @param count  how often they did in this one, never more than `times`
    /// @param per    once, day, week or month
    /// @param period the first day of this period; null for what is done once
    /// @param done   whether it is done for this period
    /// @param until  until when it counts; null for no end
    record MemberTask(
            String id,
            String name,
            String text,
            @Nullable String link,
            int times,
            int count,
            String per,
            @Nullable LocalDate period,
            boolean done,
            @Nullable Instant until,
            MemberReward reward) {}

    /// @param done   whether all of them are
    /// @param reward for all of them
    record MemberGrowth(
            String id, String name, String text, List<MemberTask> tasks, boolean done, MemberReward reward) {}
}
