/// Where marketplaces call, and where people of the brand look after it.
@NullMarked
package io.waterwheel.loyalty.marketplace.web;

import org.jspecify.annotations.NullMarked;
