/// Corp tags kept in step with our tags, both ways: the library of groups and tags, and which friend carries which.
@NullMarked
package io.waterwheel.wecom.tag;

import org.jspecify.annotations.NullMarked;
