/// Who opens the brand's pages inside WeChat.
@NullMarked
package io.waterwheel.wechat.visitor;

import org.jspecify.annotations.NullMarked;
