/// Calls over HTTP that are signed, made once, and told apart by what is known of them afterwards.
@NullMarked
package io.waterwheel.touch.http;

import org.jspecify.annotations.NullMarked;
