/// Who changed what: one row for every change a person makes.
@NullMarked
package io.waterwheel.kernel.audit;

import org.jspecify.annotations.NullMarked;
