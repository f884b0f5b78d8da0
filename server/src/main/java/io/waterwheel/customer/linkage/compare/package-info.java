/// How much two values of one field are alike.
@NullMarked
package io.waterwheel.customer.linkage.compare;

import org.jspecify.annotations.NullMarked;
