/// Static lists: who was in a segment once, or who is named in a file; read through the current numbers map.
@NullMarked
package io.waterwheel.segment.list;

import org.jspecify.annotations.NullMarked;
