/// HTTP endpoints for templates, broadcasts and policy.
@NullMarked
package io.waterwheel.touch.web;

import org.jspecify.annotations.NullMarked;
