/// Looks what is late, keeps what is or was an alert, and writes to those who run the brand.
@NullMarked
package io.waterwheel.alert.watch;

import org.jspecify.annotations.NullMarked;
