/// Files as rows of named cells: CSV, workbooks, Parquet and JSON lines read alike, in constant memory.
@NullMarked
package io.waterwheel.intake.file.table;

import org.jspecify.annotations.NullMarked;
