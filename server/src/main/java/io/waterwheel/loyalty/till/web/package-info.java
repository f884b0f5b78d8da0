/// Members at the counter, over HTTP.
@NullMarked
package io.waterwheel.loyalty.till.web;

import org.jspecify.annotations.NullMarked;
