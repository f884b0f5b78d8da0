/// The one gate before anything is sent: reachable, consenting, not written to too often, not at night.
@NullMarked
@NamedInterface("policy")
package io.waterwheel.touch.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
