package io.waterwheel.loyalty.whatif;

import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import java.math.BigDecimal;

/// What is asked.
///
/// @param today      the programme the draft is compared with
/// @param marginRate what is left of sales after the goods were paid, above 0, at most 1
/// @param pointCost  what an issued point costs the brand, in the currency's major unit, 0 or more
public record WhatIfQuestion(
        WhatIfWindow window,
        ProgrammeDefinition today,
        ProgrammeDefinition draft,
        BigDecimal marginRate,
        BigDecimal pointCost) {}
