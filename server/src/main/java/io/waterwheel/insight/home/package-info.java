/// The home page: a brand's year in numbers, each with its definition.
@NullMarked
package io.waterwheel.insight.home;

import org.jspecify.annotations.NullMarked;
