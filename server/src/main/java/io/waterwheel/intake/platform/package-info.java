/// The connectors that come with the product: Tmall and Taobao, JD, Youzan, Douyin.
@NullMarked
package io.waterwheel.intake.platform;

import org.jspecify.annotations.NullMarked;
