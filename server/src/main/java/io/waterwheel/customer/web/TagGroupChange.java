package io.waterwheel.customer.web;

/// What a tag group is to be called, and whether it is kept in step with WeCom.
record TagGroupChange(String name, boolean wecom) {}
