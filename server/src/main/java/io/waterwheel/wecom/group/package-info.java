/// Customer groups: who is in them, and messages that go out once to each, by their owners.
@NullMarked
package io.waterwheel.wecom.group;

import org.jspecify.annotations.NullMarked;
