/// Shared accounts for the console and for members.
@NullMarked
package io.waterwheel.loyalty.sharing.web;

import org.jspecify.annotations.NullMarked;
