/// Personal data at rest: sealed with a key that is not in the database, found by blind index.
@NullMarked
package io.waterwheel.kernel.privacy;

import org.jspecify.annotations.NullMarked;
