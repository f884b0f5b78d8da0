/// Lucky draws, for the brand's people.
@NullMarked
package io.waterwheel.loyalty.draw.web;

import org.jspecify.annotations.NullMarked;
