/// The only way out: templates, policy, broadcasts, single messages, channels, short links.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "customer", "segment"})
package io.waterwheel.touch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
