package io.waterwheel.customer.web;

/// A tag's new name.
record TagName(String name) {}
