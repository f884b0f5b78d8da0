/// WeCom (企业微信): organisation, friends, groups, callbacks, and what guides send: mass messages, messages by
/// hand, moments.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "customer", "touch"})
package io.waterwheel.wecom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
