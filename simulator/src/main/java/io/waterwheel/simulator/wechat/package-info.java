/// Official accounts and mini-programs (微信公众号、小程序): tokens, template, customer-service and subscribe messages,
/// and the callbacks about who follows, writes and allows.
@NullMarked
package io.waterwheel.simulator.wechat;

import org.jspecify.annotations.NullMarked;
