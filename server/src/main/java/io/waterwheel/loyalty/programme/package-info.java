/// The language a brand's programme is written in: how points are earned, how they last, and how tiers are reached and kept.
@NullMarked
package io.waterwheel.loyalty.programme;

import org.jspecify.annotations.NullMarked;
