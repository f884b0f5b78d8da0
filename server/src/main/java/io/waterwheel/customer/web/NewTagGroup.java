package io.waterwheel.customer.web;

/// A tag group to be made.
///
/// @param name   1 … 30 characters, not used by another group
/// @param single a customer has at most one of its tags; cannot be changed later
/// @param wecom  keep it in step with WeCom's corp tags
record NewTagGroup(String name, boolean single, boolean wecom) {}
