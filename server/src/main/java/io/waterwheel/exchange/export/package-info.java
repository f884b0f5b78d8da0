/// Everything at once as Parquet files, made by a job and kept for a week.
@NullMarked
package io.waterwheel.exchange.export;

import org.jspecify.annotations.NullMarked;
