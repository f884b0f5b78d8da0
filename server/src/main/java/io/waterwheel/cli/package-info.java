/// The command line's side of the product: talks to the running server over HTTP, like anyone else.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.waterwheel.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
