/// Programmes that are made whole from one document.
@NullMarked
package io.waterwheel.loyalty.kit;

import org.jspecify.annotations.NullMarked;
