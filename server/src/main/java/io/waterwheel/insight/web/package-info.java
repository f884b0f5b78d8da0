/// The numbers over HTTP.
@NullMarked
package io.waterwheel.insight.web;

import org.jspecify.annotations.NullMarked;
