/// What the tests share: one server with a real PostgreSQL and DuckDB for all of them, a settable clock, brands made
/// per test.
@NullMarked
package io.waterwheel.testing;

import org.jspecify.annotations.NullMarked;
