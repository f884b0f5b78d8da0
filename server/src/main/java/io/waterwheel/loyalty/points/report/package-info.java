/// What people read of the ledger, and what they correct in it.
@NullMarked
package io.waterwheel.loyalty.points.report;

import org.jspecify.annotations.NullMarked;
