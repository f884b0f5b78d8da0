/// The health of a programme over HTTP.
@NullMarked
package io.waterwheel.loyalty.health.web;

import org.jspecify.annotations.NullMarked;
