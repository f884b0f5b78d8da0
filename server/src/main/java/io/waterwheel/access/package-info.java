/// Who may do what: brands, accounts, sign-in, roles, and the audit trail on the screen.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.waterwheel.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
