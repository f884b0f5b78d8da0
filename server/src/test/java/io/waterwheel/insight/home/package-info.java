/// The home page's numbers against cases counted by hand.
@NullMarked
package io.waterwheel.insight.home;

import org.jspecify.annotations.NullMarked;
