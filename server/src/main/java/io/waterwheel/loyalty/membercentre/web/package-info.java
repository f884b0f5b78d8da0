/// What the pages of the member centre ask, at addresses of their own.
@NullMarked
package io.waterwheel.loyalty.membercentre.web;

import org.jspecify.annotations.NullMarked;
