package io.waterwheel.journey.web;

import io.waterwheel.customer.ChannelKind;

/// @param name    of the journey that is made
/// @param channel of its messages
record TakePlay(String name, ChannelKind channel) {}
