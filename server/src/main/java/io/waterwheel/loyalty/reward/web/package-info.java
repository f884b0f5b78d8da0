/// What the brand's people see of rewards.
@NullMarked
package io.waterwheel.loyalty.reward.web;

import org.jspecify.annotations.NullMarked;
