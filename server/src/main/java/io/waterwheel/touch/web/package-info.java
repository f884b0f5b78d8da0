/// HTTP endpoints for templates, broadcasts, single messages and policy.
@NullMarked
package io.waterwheel.touch.web;

import org.jspecify.annotations.NullMarked;
