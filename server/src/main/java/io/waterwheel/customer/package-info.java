/// One ID: whose event it is, what is known of each customer, and what they are to each brand.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access"})
package io.waterwheel.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
