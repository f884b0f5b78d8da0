/// Journeys as they are kept: drafts, published versions, and whether people come in.
@NullMarked
package io.waterwheel.journey.saved;

import org.jspecify.annotations.NullMarked;
