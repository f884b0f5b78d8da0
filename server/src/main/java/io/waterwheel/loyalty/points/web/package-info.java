/// Points over HTTP.
@NullMarked
package io.waterwheel.loyalty.points.web;

import org.jspecify.annotations.NullMarked;
