package io.waterwheel.customer.web;

import org.jspecify.annotations.Nullable;

/// What a tag that is put on carries.
///
/// @param value absent for a plain tag
record TagValue(@Nullable String value) {}
