package io.waterwheel.journey.web;

/// @param customers how many are at the door; those the brand does not know are left out
record JourneyInvited(long customers) {}
