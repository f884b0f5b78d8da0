/// The warehouse in this process: a DuckDB file fed from the log, dropped and rebuilt whenever in doubt.
@NullMarked
package io.waterwheel.warehouse.duckdb;

import org.jspecify.annotations.NullMarked;
