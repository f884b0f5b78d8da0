/// SMS as a channel: providers behind one interface, signature and opt-out, segments and their price, receipts,
/// and replies that take consent back.
@NullMarked
package io.waterwheel.touch.sms;

import org.jspecify.annotations.NullMarked;
