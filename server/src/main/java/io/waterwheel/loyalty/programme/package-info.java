/// The language a brand's programme is written in: how points are earned and last, how tiers are reached and
/// kept.
@NullMarked
package io.waterwheel.loyalty.programme;

import org.jspecify.annotations.NullMarked;
