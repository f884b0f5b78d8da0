/// Who follows, writes to and allows a brand's apps in WeChat, and what the timeline says of it.
@NullMarked
package io.waterwheel.wechat.follower;

import org.jspecify.annotations.NullMarked;
