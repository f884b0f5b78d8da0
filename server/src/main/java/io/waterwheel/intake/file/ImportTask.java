package io.waterwheel.intake.file;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.ImportId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a run needs to know of its import.
///
/// @param directory holds the upload, the error file and, while it runs, the scratch
/// @param mapping   field name to place of its column
record ImportTask(
        ImportId id,
        Brand brand,
        String source,
        Path directory,
        FileFormat format,
        List<String> columns,
        Map<String, Integer> mapping) {

    Path upload() {
        return ImportDirectories.upload(directory);
    }

    Path errors() {
        return ImportDirectories.errors(directory);
    }

    Path scratch() {
        return ImportDirectories.scratch(directory);
    }

    /// Where a field stands, −1 when the file does not tell it.
    int column(String field) {
        return mapping.getOrDefault(field, -1);
    }
}
