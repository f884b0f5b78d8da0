/// What journeys hold about people, and how it is forgotten.
@NullMarked
package io.waterwheel.journey.privacy;

import org.jspecify.annotations.NullMarked;
