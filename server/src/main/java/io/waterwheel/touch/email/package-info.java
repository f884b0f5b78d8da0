/// E-mail as a channel, by SMTP.
@NullMarked
package io.waterwheel.touch.email;

import org.jspecify.annotations.NullMarked;
