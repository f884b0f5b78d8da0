/// What WeCom tells us: verified, decrypted, written down once, answered at once, dealt with afterwards.
@NullMarked
package io.waterwheel.wecom.callback;

import org.jspecify.annotations.NullMarked;
