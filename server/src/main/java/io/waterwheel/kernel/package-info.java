/// The ground the modules stand on: typed ids, the event log, jobs, problems, paging, audit, personal data.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package io.waterwheel.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
