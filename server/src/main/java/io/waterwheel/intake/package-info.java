/// How facts come in: the Segment-specification API and files; acknowledged only when durable.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "customer"})
package io.waterwheel.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
