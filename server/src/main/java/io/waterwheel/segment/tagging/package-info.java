/// Tags put on and taken off many customers at once: by a rule every night, or by hand for a segment or a list.
@NullMarked
package io.waterwheel.segment.tagging;

import org.jspecify.annotations.NullMarked;
