/// The event log: everything that happens, in commit order, acknowledged only when durable.
@NullMarked
package io.waterwheel.kernel.event;

import org.jspecify.annotations.NullMarked;
