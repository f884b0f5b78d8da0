/// Template and customer-service messages of an official account, and subscribe messages of a mini-program, as
/// channels.
@NullMarked
package io.waterwheel.wechat.message;

import org.jspecify.annotations.NullMarked;
