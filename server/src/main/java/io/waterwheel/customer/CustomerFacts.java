package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a customer that does not tell who it is: what segments and numbers may use.
///
/// @param attributes everything that has no column of its own, by name
public record CustomerFacts(
        CustomerNo customer,
        @Nullable String gender,
        @Nullable LocalDate birthday,
        @Nullable String city,
        @Nullable String province,
        Map<String, String> attributes) {}
