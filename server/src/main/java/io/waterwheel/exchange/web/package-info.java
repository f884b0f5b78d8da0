/// The exchange over HTTP.
@NullMarked
package io.waterwheel.exchange.web;

import org.jspecify.annotations.NullMarked;
