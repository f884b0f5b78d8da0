/// The mall's doors for the brand's people.
@NullMarked
package io.waterwheel.loyalty.mall.web;

import org.jspecify.annotations.NullMarked;
