/// Files of facts: uploaded, mapped, staged, and appended as a job that survives a kill.
@NullMarked
package io.waterwheel.intake.file;

import org.jspecify.annotations.NullMarked;
