/// The one gate before anything is sent: reachable, consenting, on no list, not written to too often,
/// not at night.
@NullMarked
package io.waterwheel.touch.policy;

import org.jspecify.annotations.NullMarked;
