/// What is late beyond a brand's limit: told once, in the console and by mail, and taken back when it has recovered.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "touch"})
package io.waterwheel.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
