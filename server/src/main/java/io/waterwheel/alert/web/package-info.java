/// Alerts over HTTP.
@NullMarked
package io.waterwheel.alert.web;

import org.jspecify.annotations.NullMarked;
