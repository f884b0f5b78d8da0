package io.waterwheel.loyalty.whatif;

import io.waterwheel.kernel.job.JobId;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question that was asked.
///
/// @param months     how many were looked at, the running one among them
/// @param version    the published version the draft was compared with; null where it was another draft
/// @param marginRate what is left of sales after the goods were paid
/// @param pointCost  what an issued point costs, in the currency's major unit
/// @param job        the work that answers it
/// @param answeredAt null as long as it is not answered
/// @param draft      null in lists
/// @param answer     null as long as it is not answered, and in lists
public record WhatIf(
        String id,
        int months,
        @Nullable Integer version,
        BigDecimal marginRate,
        BigDecimal pointCost,
        @Nullable JobId job,
        String askedBy,
        Instant askedAt,
        @Nullable Instant answeredAt,
        @Nullable ProgrammeDefinition draft,
        @Nullable WhatIfAnswer answer) {}
