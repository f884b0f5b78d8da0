/// Membership, programme and tiers over HTTP.
@NullMarked
package io.waterwheel.loyalty.web;

import org.jspecify.annotations.NullMarked;
