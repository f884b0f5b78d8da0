package io.waterwheel.journey.people;

import io.waterwheel.journey.JourneyId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a guide is asked to do for a customer.
///
/// @param customer what the customer is called; null when nobody knows
/// @param guide    whose friend in WeCom the customer was when it was made; null when nobody's
/// @param state    open, done, overdue or withdrawn
public record GuideTask(
        String id,
        JourneyId journey,
        String journeyName,
        CustomerNo customerNo,
        @Nullable String customer,
        @Nullable String guide,
        String title,
        String words,
        String state,
        Instant madeAt,
        Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {}
