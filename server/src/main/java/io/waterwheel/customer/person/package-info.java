/// One person's rights: a copy of everything held about them, and to be forgotten everywhere.
@NullMarked
package io.waterwheel.customer.person;

import org.jspecify.annotations.NullMarked;
