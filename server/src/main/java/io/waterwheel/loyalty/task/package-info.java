/// Tasks that members do for a reward, and growth programmes made of them.
@NullMarked
package io.waterwheel.loyalty.task;

import org.jspecify.annotations.NullMarked;
