/// What messages to groups and moments share: guides are asked for something through WeCom, and it is looked at again
/// and again what became of it.
@NullMarked
package io.waterwheel.wecom.asked;

import org.jspecify.annotations.NullMarked;
