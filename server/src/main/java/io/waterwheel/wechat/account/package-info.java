/// A brand's apps in WeChat, a client for each, and what an errcode means.
@NullMarked
package io.waterwheel.wechat.account;

import org.jspecify.annotations.NullMarked;
