/// WeChat (微信): a brand's official account and mini-program as channels, and who follows, writes and allows.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "customer", "touch"})
package io.waterwheel.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
