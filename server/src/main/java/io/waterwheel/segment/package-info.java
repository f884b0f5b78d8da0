/// Any question about any customer: one language, answered as a bitmap of customers.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "customer", "warehouse"})
package io.waterwheel.segment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
