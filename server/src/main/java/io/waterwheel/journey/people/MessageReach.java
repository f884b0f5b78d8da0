package io.waterwheel.journey.people;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.touch.Purpose;

/// Whom a message of a journey cannot reach. They come in all the same, and go the way of who was not sent it.
///
/// @param node     where it stands in the journey
/// @param unbound  who has no address on its channel
/// @param refusing who has one and does not consent to its purpose there
public record MessageReach(
        String node, String template, ChannelKind channel, Purpose purpose, long unbound, long refusing) {}
