/// What this module holds about a person, for those who ask for it or ask to be forgotten.
@NullMarked
package io.waterwheel.loyalty.privacy;

import org.jspecify.annotations.NullMarked;
