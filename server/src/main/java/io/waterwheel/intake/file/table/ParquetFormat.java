package io.waterwheel.intake.file.table;

import java.io.IOException;
import java.nio.file.Path;

/// An Apache Parquet file; what is nested is named by its path, `address.city`.
record ParquetFormat() implements FileFormat {

    @Override
    public String code() {
        return "parquet";
    }

    @Override
    public Rows open(Path file) throws IOException {
        return ParquetRows.open(file);
    }
}
