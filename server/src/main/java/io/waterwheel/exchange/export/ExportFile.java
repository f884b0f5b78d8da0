package io.waterwheel.exchange.export;

/// One Parquet file of an export.
public record ExportFile(String name, long rows, long bytes) {}
