/// The audit trail on the screen.
@NullMarked
package io.waterwheel.access.audit;

import org.jspecify.annotations.NullMarked;
