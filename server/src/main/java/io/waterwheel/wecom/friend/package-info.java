/// Friendships of guides and customers, and the events that tell of them.
@NullMarked
package io.waterwheel.wecom.friend;

import org.jspecify.annotations.NullMarked;
