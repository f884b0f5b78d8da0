/// Segments over HTTP.
@NullMarked
package io.waterwheel.segment.web;

import org.jspecify.annotations.NullMarked;
