/// Programmes that ran before they were kept here.
@NullMarked
package io.waterwheel.loyalty.past;

import org.jspecify.annotations.NullMarked;
