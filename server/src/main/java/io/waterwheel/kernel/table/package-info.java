/// Tables that people bring as files.
@NullMarked
package io.waterwheel.kernel.table;

import org.jspecify.annotations.NullMarked;
