/// WeCom mass messages as a channel, by which guide customers are written to, and who opened their links.
@NullMarked
package io.waterwheel.wecom.message;

import org.jspecify.annotations.NullMarked;
