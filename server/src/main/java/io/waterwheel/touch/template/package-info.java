/// Templates: Liquid texts, strict about what they may say and about what is missing; previews as a chosen customer.
@NullMarked
package io.waterwheel.touch.template;

import org.jspecify.annotations.NullMarked;
