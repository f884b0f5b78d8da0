/// What every HTTP endpoint shares: problems rendered once, jobs watched, texts in the caller's language.
@NullMarked
package io.waterwheel.kernel.web;

import org.jspecify.annotations.NullMarked;
