package io.waterwheel.segment.web;

/// Whether a customer meets a definition at this moment.
record CustomerAnswer(boolean meets) {}
