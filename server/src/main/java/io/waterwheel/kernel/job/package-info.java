/// Long work with progress that survives a kill: started, watched, cancelled, resumed in one way.
@NullMarked
package io.waterwheel.kernel.job;

import org.jspecify.annotations.NullMarked;
