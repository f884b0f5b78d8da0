/// The ledger of points: what each command does, and the one writer that makes it last.
@NullMarked
package io.waterwheel.loyalty.points;

import org.jspecify.annotations.NullMarked;
