/// Orders and refunds, one row each; their lines stay in the log.
@NullMarked
package io.waterwheel.customer.purchase;

import org.jspecify.annotations.NullMarked;
