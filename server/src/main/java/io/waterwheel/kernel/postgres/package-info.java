/// PostgreSQL, embedded by default or external by URL, and each module's migrations.
@NullMarked
package io.waterwheel.kernel.postgres;

import org.jspecify.annotations.NullMarked;
