/// What a broadcast brought, beside those who were left alone.
@NullMarked
package io.waterwheel.insight.effect;

import org.jspecify.annotations.NullMarked;
