/// Journeys over HTTP.
@NullMarked
package io.waterwheel.journey.web;

import org.jspecify.annotations.NullMarked;
