/// Short links on our own domain: who clicked, and where they wanted to go.
@NullMarked
package io.waterwheel.touch.link;

import org.jspecify.annotations.NullMarked;
