/// Events pushed to the product's callback URL, encrypted and signed as WeCom does it.
@NullMarked
package io.waterwheel.simulator.callback;

import org.jspecify.annotations.NullMarked;
