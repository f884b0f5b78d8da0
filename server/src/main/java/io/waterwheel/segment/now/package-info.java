/// A definition answered for one customer at this moment, from the truth instead of the warehouse. It shares the
/// language's own functions with the other engine, and nothing of the way the data takes.
@NullMarked
package io.waterwheel.segment.now;

import org.jspecify.annotations.NullMarked;
