/// WeCom mass messages as a channel, and who opened their links.
@NullMarked
package io.waterwheel.wecom.message;

import org.jspecify.annotations.NullMarked;
