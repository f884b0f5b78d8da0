/// How members prove who they are, and become members.
@NullMarked
package io.waterwheel.loyalty.membercentre.signin;

import org.jspecify.annotations.NullMarked;
