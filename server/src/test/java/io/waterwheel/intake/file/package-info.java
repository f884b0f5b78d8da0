/// Order files: their pure parts, and what happens to whole files.
@NullMarked
package io.waterwheel.intake.file;

import org.jspecify.annotations.NullMarked;
