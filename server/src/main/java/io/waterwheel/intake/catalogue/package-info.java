/// Reference data: the products, stores and staff that files tell of, in versions so that an import can be undone.
@NullMarked
package io.waterwheel.intake.catalogue;

import org.jspecify.annotations.NullMarked;
