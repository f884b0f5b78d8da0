/// The collector's and the console's HTTP endpoints of intake.
@NullMarked
package io.waterwheel.intake.web;

import org.jspecify.annotations.NullMarked;
