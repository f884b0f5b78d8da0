/// Words that must stand in no message of a brand, looked for when a template is saved and before a message
/// leaves.
@NullMarked
package io.waterwheel.touch.words;

import org.jspecify.annotations.NullMarked;
