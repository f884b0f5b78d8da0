/// Who is in journeys: where they are and how they came there, who was put aside, what guides are to do, what
/// is late.
@NullMarked
package io.waterwheel.journey.people;

import org.jspecify.annotations.NullMarked;
