/// Tags: the library of groups and tags, and which customers have which, as a projection of the log.
@NullMarked
package io.waterwheel.customer.tag;

import org.jspecify.annotations.NullMarked;
