package io.waterwheel.exchange.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The tables of one export, written side by side.
final class ExportTables implements AutoCloseable {

    private final Map<ExportColumns, ParquetFiles> files = new EnumMap<>(ExportColumns.class);

    /// @param written what an earlier run has finished
    ExportTables(List<ExportColumns> tables, Path directory, List<ExportFile> written) throws SQLException {
        for (ExportColumns table : tables) {
            List<ExportFile> ofTable = written.stream()
                    .filter(file -> file.name().startsWith(table.table() + "-"))
                    .toList();
            files.put(table, new ParquetFiles(table, directory, ofTable));
        }
    }

    /// Begins a row of a table.
    ParquetFiles.Row row(ExportColumns table) throws SQLException {
        ParquetFiles own = files.get(table);
        if (own == null) {
            throw new IllegalArgumentException("no table " + table + " in this export");
        }
        return own.row();
    }

    boolean full() {
        return files.values().stream().anyMatch(ParquetFiles::full);
    }

    List<ExportFile> flush() throws SQLException, IOException {
        List<ExportFile> all = new ArrayList<>();
        for (ParquetFiles own : files.values()) {
            all.addAll(own.flush());
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        for (ParquetFiles own : files.values()) {
            own.close();
        }
    }
}
