/// WeCom (企业微信): organisation, friends, callbacks, and mass messages as a channel.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "customer", "touch"})
package io.waterwheel.wecom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
