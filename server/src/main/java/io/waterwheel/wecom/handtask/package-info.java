/// What guides write in WeCom by hand: tasks for their phone, told by an application message, and what came
/// of them.
@NullMarked
package io.waterwheel.wecom.handtask;

import org.jspecify.annotations.NullMarked;
