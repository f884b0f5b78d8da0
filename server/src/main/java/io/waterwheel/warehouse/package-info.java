/// The columnar copy of the log that answers questions over everybody; rebuilt from the log at any time.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "customer"})
package io.waterwheel.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
