/// People who sign in: accounts, passwords, lock-out, and the session that names one of them.
@NullMarked
package io.waterwheel.access.account;

import org.jspecify.annotations.NullMarked;
