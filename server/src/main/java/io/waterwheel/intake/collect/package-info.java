/// Events by HTTP in the Segment specification: read in one pass, sealed, and appended before they are acknowledged.
@NullMarked
package io.waterwheel.intake.collect;

import org.jspecify.annotations.NullMarked;
