/// What customers allow and refuse, and when they want quiet: the whole ledger, and what stands.
@NullMarked
package io.waterwheel.customer.consent;

import org.jspecify.annotations.NullMarked;
