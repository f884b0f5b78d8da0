/// Chinese names and addresses: variants, readings, surnames, numerals.
@NullMarked
package io.waterwheel.customer.linkage.chinese;

import org.jspecify.annotations.NullMarked;
