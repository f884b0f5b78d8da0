/// How a programme fares, month by month: its points, its tiers, and what members make of what they are given.
@NullMarked
package io.waterwheel.loyalty.health;

import org.jspecify.annotations.NullMarked;
