/// What a customer's phone shows as a QR code, good for a minute.
@NullMarked
package io.waterwheel.loyalty.pass;

import org.jspecify.annotations.NullMarked;
