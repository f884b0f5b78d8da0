package io.waterwheel.customer.web;

import io.waterwheel.customer.TagKind;

/// A tag to be made.
///
/// @param name 1 … 30 characters, not used in its group
/// @param kind cannot be changed later
record NewTag(String name, TagKind kind) {}
