/// What WeChat pushes to us about followers: verified, decrypted, taken once.
@NullMarked
package io.waterwheel.wechat.callback;

import org.jspecify.annotations.NullMarked;
