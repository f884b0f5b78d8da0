/// The filter chain: who gets past the door, what a refusal looks like, which headers every answer carries.
@NullMarked
package io.waterwheel.access.security;

import org.jspecify.annotations.NullMarked;
